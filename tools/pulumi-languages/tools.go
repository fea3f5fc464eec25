//go:build tools

// Package pulumilanguages pins what Pulumi needs for other languages than TypeScript, so that it can be built where only
// the Go module proxy is reachable.
package pulumilanguages

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
