import type { LiveCatalogue } from "../catalogue/live";
import type { Clock } from "../service/clock";
import type { ResolvedOptions } from "../service/options";
import type { KeyStore } from "./accounts/keys";
import type { Passcodes } from "./accounts/passcodes";
import type { Projects } from "./accounts/projects";
import type { TokenStore } from "./accounts/tokens";
import type { Downloads } from "./downloads/store";
import type { Jobs } from "./instances/jobs";
import type { InstanceStore } from "./instances/store";
import type { RedisHost } from "./redis/host";

/** Everything one running emulator knows. */
export interface World {
  readonly options: ResolvedOptions;
  /** Base URL without path. */
  readonly url: () => string;
  readonly clock: Clock;
  readonly catalogue: LiveCatalogue;
  readonly projects: Projects;
  readonly keys: KeyStore;
  readonly passcodes: Passcodes;
  readonly tokens: TokenStore;
  readonly instances: InstanceStore;
  readonly jobs: Jobs;
  readonly downloads: Downloads;
  readonly redis: RedisHost;
}
