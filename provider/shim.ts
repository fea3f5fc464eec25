import type { dynamic } from "@pulumi/pulumi";

/**
 * The text of this object is stored in every user's state and runs there for ever: `refresh` and `destroy` execute the
 * stored copy. Never edit a method; a new contract needs `./dynamic/v2` beside this one.
 *
 * The text stands twice in the state of every cache, so it is kept short: rest parameters serialize shortest.
 */
export const dcsInstanceProvider: dynamic.ResourceProvider = {
  configure: (r) => require("pulumi-otc-dcs/dynamic/v1").configure(r),
  check: (...a) => require("pulumi-otc-dcs/dynamic/v1").check(...a),
  diff: (...a) => require("pulumi-otc-dcs/dynamic/v1").diff(...a),
  create: (i) => require("pulumi-otc-dcs/dynamic/v1").create(i),
  read: (...a) => require("pulumi-otc-dcs/dynamic/v1").read(...a),
  update: (...a) => require("pulumi-otc-dcs/dynamic/v1").update(...a),
  delete: (...a) => require("pulumi-otc-dcs/dynamic/v1").delete(...a),
};
