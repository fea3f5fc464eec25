import { CALM } from "./model/circumstances";
import type { Declaration } from "./model/declaration";
import type { Drift, Sequence, Step } from "./model/sequence";

const declare = (edit: Partial<Declaration>, slot = 0): Step => ({ do: "declare", slot, edit, under: CALM });
const drift = (what: Drift, slot = 0): Step => ({ do: "drift", slot, what });
const stranger: Step = { do: "stranger", slot: 0, name: 0 };
const up: Step = { do: "up", under: CALM };
const refresh: Step = { do: "refresh", under: CALM };

/** Of the choices: a cache of the first edition, which has every size, and one with two zones. */
const FIRST_EDITION = { kind: 2 };
const HA = { kind: 1 };

const all: Partial<Declaration> = { description: 1, window: 1, tags: 1 };
const none: Partial<Declaration> = { description: 0, window: 0, tags: 0 };
const driftOfAll: Sequence = [drift("description"), drift("window"), drift("tags")];

/** Lives that chance seldom brings about. */
export const WRITTEN: Readonly<Record<string, Sequence>> = {
  "changed from outside, never declared": [declare({}), ...driftOfAll, up, refresh, up, declare({ password: 1 }), up],
  "changed from outside after it was taken out": [declare(all), declare(none), ...driftOfAll, up],
  "taken out beside a change from outside": [declare(all), ...driftOfAll, declare(none)],
  "taken out after a refresh has seen the change": [declare(all), ...driftOfAll, refresh, declare(none)],
  "changed from outside, then declared, then taken out": [
    declare({}),
    drift("description"),
    refresh,
    declare({ description: 1 }),
    declare({ description: 0 }),
    ...driftOfAll,
  ],
  "a backup policy taken out, then changed from outside": [
    declare({ ...HA, policy: 1 }),
    declare({ policy: 0 }),
    drift("policy"),
  ],
  "extended from outside; kept": [
    declare(FIRST_EDITION),
    drift("capacity"),
    up,
    refresh,
    up,
    declare({ description: 1 }),
    up,
  ],
  "extended from outside; given up": [declare(FIRST_EDITION, 1), drift("capacity", 1), refresh, up],
  "extended from outside; the program wants another size": [
    declare(FIRST_EDITION),
    drift("capacity"),
    refresh,
    declare({ description: 1 }),
    declare({ capacity: 1 }),
  ],
  "extended from outside; the program wants another subnet": [
    declare(FIRST_EDITION),
    drift("capacity"),
    refresh,
    declare({ subnet: 1 }),
  ],
  "changed in place beside an unseen extension": [
    declare(FIRST_EDITION),
    drift("capacity"),
    declare({ description: 1 }),
    up,
  ],
  "another size refused and taken back": [
    declare(FIRST_EDITION),
    drift("capacity"),
    declare({ capacity: 1 }),
    up,
    declare({ capacity: 0 }),
    up,
  ],
  "a manual backup policy taken out, then changed": [
    declare({ ...HA, policy: 2 }),
    declare({ policy: 0 }),
    drift("policy"),
  ],
  "refreshed while it restarts": [declare({}), drift("busy"), refresh, up],
  "a stranger of its name in the way of a replacement": [declare({}), stranger, declare({ subnet: 1 }), up],
};
