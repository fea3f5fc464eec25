import { firstOfEach } from "../../../support/long";
import { access } from "./access";
import { accessList } from "./access-list";
import { attributes } from "./attributes";
import { fixed } from "./fixed";
import { growth } from "./growth";
import { parameters } from "./parameters";
import type { Row } from "./row";
import { size } from "./size";
import { tls } from "./tls";

/** Every argument of a cache, and every kind of change that can happen to it. */
export const rows: readonly Row[] = [
  ...attributes,
  ...accessList,
  ...parameters,
  ...tls,
  ...growth,
  ...size,
  ...access,
  ...fixed,
];

/** What is played under the engine: all, or the first change of each argument. */
export const played = firstOfEach(rows, ({ argument }) => argument);

/** Name of the row's resource. */
export const resourceOf = ({ argument, change }: Row): string =>
  `${argument}-${change}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
