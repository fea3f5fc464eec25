import type { Clock } from "./clock";
import type { KeyStore } from "./iam/keys";
import type { Passcodes } from "./iam/passcodes";
import type { Projects } from "./iam/projects";
import type { TokenStore } from "./iam/tokens";
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
  readonly redis: RedisHost;
}
