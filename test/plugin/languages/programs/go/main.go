// Command life runs commands of the Automation API on a program with one cache: it reads and writes JSON, one line each.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"pulumi-otc/sdk/go/otc/dcs"

	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type request struct {
	Command  string `json:"command"`
	Declared struct {
		Description *string `json:"description"`
		VpcID       string  `json:"vpcId"`
		ImportID    string  `json:"importId"`
		CreateLimit string  `json:"createLimit"`
		Retain      bool    `json:"retain"`
	} `json:"declared"`
}

type output struct {
	Value  any  `json:"value"`
	Secret bool `json:"secret"`
}

type answer struct {
	Failed  bool              `json:"failed"`
	Output  string            `json:"output"`
	Changes map[string]int    `json:"changes"`
	Outputs map[string]output `json:"outputs"`
}

var asked request

func program(ctx *pulumi.Context) error {
	declared := asked.Declared
	if declared.VpcID == "" {
		declared.VpcID = "5a0e1d3c-7b52-4c1e-9d0f-3f6b8a2c4e10"
	}
	options := []pulumi.ResourceOption{pulumi.RetainOnDelete(declared.Retain)}
	if declared.ImportID != "" {
		options = append(options, pulumi.Import(pulumi.ID(declared.ImportID)))
	}
	if declared.CreateLimit != "" {
		options = append(options, pulumi.Timeouts(&pulumi.CustomTimeouts{Create: declared.CreateLimit}))
	}
	cache, err := dcs.NewInstance(ctx, "sessions", &dcs.InstanceArgs{
		Description:    pulumi.StringPtrFromPtr(declared.Description),
		EngineVersion:  pulumi.String("6.0"),
		CacheMode:      pulumi.String("ha"),
		Capacity:       pulumi.Float64(2),
		AvailableZones: pulumi.ToStringArray([]string{"eu-de-01", "eu-de-02"}),
		VpcId:          pulumi.String(declared.VpcID),
		SubnetId:       pulumi.String("c81f2b94-0d6a-4f37-8e25-71a9d4b3c5f6"),
		Password:       pulumi.ToSecret(pulumi.String("Local1-Kettle")).(pulumi.StringOutput),
		Whitelist: dcs.WhitelistGroupArray{
			dcs.WhitelistGroupArgs{
				GroupName: pulumi.String("web"),
				IpList:    pulumi.ToStringArray([]string{"192.168.0.0/16"}),
			},
		},
		Parameters: pulumi.Map{"maxmemory-policy": pulumi.String("allkeys-lru"), "timeout": pulumi.Int(300)},
	}, options...)
	if err != nil {
		return err
	}
	found := dcs.GetFlavorsOutput(ctx, dcs.GetFlavorsOutputArgs{
		CacheMode:     pulumi.String("ha"),
		EngineVersion: pulumi.String("6.0"),
	})
	ctx.Export("id", cache.ID())
	ctx.Export("endpoint", cache.Endpoint)
	ctx.Export("url", cache.ConnectionString)
	ctx.Export("flavors", found.Flavors().ApplyT(func(flavors []dcs.Flavor) int { return len(flavors) }))
	return nil
}

// run returns what the command printed and how many operations of each kind it made.
func run(ctx context.Context, stack auto.Stack, command string) (string, map[string]int, error) {
	switch command {
	case "preview":
		result, err := stack.Preview(ctx)
		changes := map[string]int{}
		for op, count := range result.ChangeSummary {
			changes[string(op)] = count
		}
		return result.StdOut + result.StdErr, changes, err
	case "up":
		result, err := stack.Up(ctx)
		return result.StdOut + result.StdErr, changesOf(result.Summary), err
	case "refresh":
		result, err := stack.Refresh(ctx)
		return result.StdOut + result.StdErr, changesOf(result.Summary), err
	case "destroy":
		result, err := stack.Destroy(ctx)
		return result.StdOut + result.StdErr, changesOf(result.Summary), err
	}
	return "", nil, fmt.Errorf("%q is no command", command)
}

func changesOf(summary auto.UpdateSummary) map[string]int {
	if summary.ResourceChanges == nil {
		return map[string]int{}
	}
	return *summary.ResourceChanges
}

func answerOf(ctx context.Context, stack auto.Stack, command string) (answer, error) {
	printed, changes, err := run(ctx, stack, command)
	if err != nil {
		return answer{Failed: true, Output: err.Error(), Changes: map[string]int{}, Outputs: map[string]output{}}, nil
	}
	seen := answer{Output: printed, Changes: changes, Outputs: map[string]output{}}
	if command == "preview" {
		return seen, nil
	}
	outputs, err := stack.Outputs(ctx)
	for name, given := range outputs {
		seen.Outputs[name] = output{Value: given.Value, Secret: given.Secret}
	}
	return seen, err
}

func serve() error {
	ctx := context.Background()
	stack, err := auto.NewStackInlineSource(ctx, "life", "caches", program)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		asked = request{}
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			return err
		}
		seen, err := answerOf(ctx, stack, asked.Command)
		if err != nil {
			return err
		}
		if err := json.NewEncoder(os.Stdout).Encode(seen); err != nil {
			return err
		}
	}
	return lines.Err()
}

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
