// Pulumi's language host registers this TypeScript loader in the user's process. It maps every stack trace that is read,
// which makes a declared resource dearer; the Automation API alone would not show that.
require("@pulumi/pulumi/vendor/ts-node@7.0.1").register({ transpileOnly: true });
