module otc-dcs-go

go 1.25.11

require (
	github.com/pulumi/pulumi/sdk/v3 v3.259.0
	pulumi-otc/sdk/go/otc v0.0.0
)

// `npm run sdks` in the clone generates it.
replace pulumi-otc/sdk/go/otc => ../../.local/sdks/go/otc
