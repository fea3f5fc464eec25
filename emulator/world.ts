import type { Clock } from "./clock";
import type { Downloads } from "./downloads/store";
import type { KeyStore } from "./iam/keys";
import type { Passcodes } from "./iam/passcodes";
import type { Projects } from "./iam/projects";
import type { TokenStore } from "./iam/tokens";
import type { Jobs } from "./instances/jobs";
import type { InstanceStore } from "./instances/store";
import type { ResolvedOptions } from "./options";
import type { RedisHost } from "./redis/host";

/** Everything one running emulator knows. */
export interface World {
  readonly options: ResolvedOptions;
  /** Base URL without path. */
  readonly url: () => string;
  readonly clock: Clock;
  readonly projects: Projects;
  readonly keys: KeyStore;
  readonly passcodes: Passcodes;
  readonly tokens: TokenStore;
  readonly instances: InstanceStore;
  readonly jobs: Jobs;
  readonly downloads: Downloads;
  readonly redis: RedisHost;
}
