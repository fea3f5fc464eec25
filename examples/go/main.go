package main

import (
	"pulumi-otc/sdk/go/otc/dcs"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(program)
}

func program(ctx *pulumi.Context) error {
	settings := config.New(ctx, "")
	// The local DCS accepts any network. For the cloud, set the ids of your network with `pulumi config set`.
	vpcID, subnetID := settings.Get("vpcId"), settings.Get("subnetId")
	if vpcID == "" {
		vpcID, subnetID = "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10", "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6"
	}
	cache, err := dcs.NewInstance(ctx, "sessions", &dcs.InstanceArgs{
		Description:    pulumi.String("Sessions of the web shop"),
		EngineVersion:  pulumi.String("6.0"),
		CacheMode:      pulumi.String("ha"),
		Capacity:       pulumi.Float64(2),
		AvailableZones: pulumi.ToStringArray([]string{"eu-de-01", "eu-de-02"}),
		VpcId:          pulumi.String(vpcID),
		SubnetId:       pulumi.String(subnetID),
		Password:       settings.RequireSecret("cachePassword"),
		Whitelist: dcs.WhitelistGroupArray{
			dcs.WhitelistGroupArgs{
				GroupName: pulumi.String("web"),
				IpList:    pulumi.ToStringArray([]string{"192.168.0.0/16"}),
			},
		},
		Parameters: pulumi.Map{"maxmemory-policy": pulumi.String("allkeys-lru"), "timeout": pulumi.Int(300)},
	})
	if err != nil {
		return err
	}
	ctx.Export("endpoint", cache.Endpoint)
	ctx.Export("instanceId", cache.ID())
	return nil
}
