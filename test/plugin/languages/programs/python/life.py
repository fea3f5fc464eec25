"""Runs commands of the Automation API on a program with one cache: reads and writes JSON, one line each."""

import json
import sys

import pulumi
import pulumi_otc as otc
from pulumi import automation

declared = {}


def program():
    limit = declared.get("createLimit")
    cache = otc.dcs.Instance(
        "sessions",
        description=declared.get("description"),
        engine_version="6.0",
        cache_mode="ha",
        capacity=2,
        available_zones=["eu-de-01", "eu-de-02"],
        vpc_id=declared.get("vpcId", "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10"),
        subnet_id="c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6",
        password=pulumi.Output.secret("Local1-Kettle"),
        whitelist=[otc.dcs.WhitelistGroupArgs(group_name="web", ip_list=["192.168.0.0/16"])],
        parameters={"maxmemory-policy": "allkeys-lru", "timeout": 300},
        opts=pulumi.ResourceOptions(
            import_=declared.get("importId"),
            retain_on_delete=declared.get("retain"),
            custom_timeouts=pulumi.CustomTimeouts(create=limit) if limit else None,
        ),
    )
    flavors = otc.dcs.get_flavors_output(cache_mode="ha", engine_version="6.0")
    pulumi.export("id", cache.id)
    pulumi.export("endpoint", cache.endpoint)
    pulumi.export("url", cache.connection_string)
    pulumi.export("flavors", flavors.apply(lambda found: len(found.flavors)))


def changes_of(result):
    changes = result.change_summary if hasattr(result, "change_summary") else result.summary.resource_changes
    return {getattr(op, "value", op): count for op, count in (changes or {}).items()}


def run(stack, command):
    try:
        result = getattr(stack, command)()
    except automation.CommandError as error:
        return {"failed": True, "output": str(error), "changes": {}, "outputs": {}}
    outputs = stack.outputs() if command != "preview" else {}
    return {
        "failed": False,
        "output": result.stdout + result.stderr,
        "changes": changes_of(result),
        "outputs": {name: {"value": output.value, "secret": output.secret} for name, output in outputs.items()},
    }


def main():
    stack = automation.create_stack("life", project_name="caches", program=program)
    for line in sys.stdin:
        request = json.loads(line)
        declared.clear()
        declared.update(request["declared"])
        print(json.dumps(run(stack, request["command"])), flush=True)


main()
