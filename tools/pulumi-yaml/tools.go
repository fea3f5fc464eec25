//go:build tools

// Package pulumiyaml pins the language host of YAML programs, so that it can be built where only the Go module proxy is
// reachable.
package pulumiyaml

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
