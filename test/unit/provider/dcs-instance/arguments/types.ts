import type { ACCESS } from "../../../../../provider/dcs-instance/arguments/rows/access/access";
import type { COMMANDS } from "../../../../../provider/dcs-instance/arguments/rows/access/commands";
import type { TLS } from "../../../../../provider/dcs-instance/arguments/rows/access/tls";
import type { WHITELIST } from "../../../../../provider/dcs-instance/arguments/rows/access/whitelist";
import type { KIND } from "../../../../../provider/dcs-instance/arguments/rows/kind";
import type { PARAMETER_ROWS } from "../../../../../provider/dcs-instance/arguments/rows/parameters";
import type { PLACE } from "../../../../../provider/dcs-instance/arguments/rows/place";
import type { SIZE } from "../../../../../provider/dcs-instance/arguments/rows/size";
import type { TAGGING } from "../../../../../provider/dcs-instance/arguments/rows/tagging";
import type { TEMPLATE } from "../../../../../provider/dcs-instance/arguments/rows/template";
import type { UPKEEP } from "../../../../../provider/dcs-instance/arguments/rows/upkeep";
import type { From4 } from "../../../../../provider/dcs-instance/class/rules";

type Rows = typeof ACCESS &
  typeof COMMANDS &
  typeof TLS &
  typeof WHITELIST &
  typeof KIND &
  typeof PARAMETER_ROWS &
  typeof PLACE &
  typeof SIZE &
  typeof TAGGING &
  typeof TEMPLATE &
  typeof UPKEEP;

type Since<Version> = { [K in keyof Rows]: Rows[K] extends { since: Version } ? K : never }[keyof Rows];

type Same<A, B> = [A, B] extends [B, A] ? true : false;
const same = <_ extends true>(): void => {};

// `npm run typecheck` reads this: what the types refuse on 3.0 is what the table of arguments brings with 4.0.
same<Same<From4, Since<"4.0">>>();
