//go:build tools

// Package pulumicli pins the Pulumi CLI, so that it can be built where only the Go module proxy is reachable.
package pulumicli

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
