module life

go 1.25.11

require (
	github.com/pulumi/pulumi/sdk/v3 v3.206.0
	pulumi-otc/sdk/go/otc v0.0.0
)
