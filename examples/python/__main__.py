import pulumi
import pulumi_otc as otc

config = pulumi.Config()

cache = otc.dcs.Instance(
    "sessions",
    description="Sessions of the web shop",
    engine_version="6.0",
    cache_mode="ha",
    capacity=2,
    available_zones=["eu-de-01", "eu-de-02"],
    # The local DCS accepts any network. For the cloud, set the ids of your network with `pulumi config set`.
    vpc_id=config.get("vpcId") or "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10",
    subnet_id=config.get("subnetId") or "c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
    password=config.require_secret("cachePassword"),
    whitelist=[{"group_name": "web", "ip_list": ["192.168.0.0/16"]}],
    parameters={"maxmemory-policy": "allkeys-lru", "timeout": 300},
)

pulumi.export("endpoint", cache.endpoint)
pulumi.export("instanceId", cache.id)
