/**
 * A module that is loaded when something of it is used.
 *
 * @param {() => Record<string | symbol, unknown>} load
 */
exports.lazy = (load) => new Proxy({}, { get: (_, name) => (name === "__esModule" ? true : load()[name]) });
