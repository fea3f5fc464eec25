import type { dynamic } from "@pulumi/pulumi";

/**
 * The text of this object is stored in every user's state and runs there for ever: `refresh` and `destroy` execute the
 * stored copy. Never edit a method; a new contract needs `./dynamic/v2` beside this one.
 */
export const dcsInstanceProvider: dynamic.ResourceProvider = {
  configure: (req) => require("pulumi-otc-dcs/dynamic/v1").configure(req),
  check: (olds, news) => require("pulumi-otc-dcs/dynamic/v1").check(olds, news),
  diff: (id, olds, news) => require("pulumi-otc-dcs/dynamic/v1").diff(id, olds, news),
  create: (inputs) => require("pulumi-otc-dcs/dynamic/v1").create(inputs),
  read: (id, props) => require("pulumi-otc-dcs/dynamic/v1").read(id, props),
  update: (id, olds, news) => require("pulumi-otc-dcs/dynamic/v1").update(id, olds, news),
  delete: (id, props) => require("pulumi-otc-dcs/dynamic/v1").delete(id, props),
};
