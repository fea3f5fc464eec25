const { lazy } = require("./lazy.js");

module.exports = lazy(() => require("@npmcli/arborist"));
