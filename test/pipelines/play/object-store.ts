import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

/** A small S3 server. Only this command needs it, so it is fetched when it is needed. */
const PACKAGE = "s3rver@3.7.1";

const FOLDER = path.resolve(__dirname, "../../../.local/object-store");

interface Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

export interface ObjectStore {
  /** What `pulumi login` takes. */
  readonly url: string;
  close(): Promise<void>;
}

async function installed(): Promise<NodeJS.Require | undefined> {
  const load = createRequire(path.join(FOLDER, "package.json"));
  if (existsSync(path.join(FOLDER, "node_modules/s3rver"))) return load;
  await mkdir(FOLDER, { recursive: true });
  const install = ["install", "--prefix", FOLDER, "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE];
  return promisify(execFile)("npm", install).then(
    () => load,
    () => undefined,
  );
}

/** An object store with a bucket for the state, and a key to it; `undefined` if there is no way to the server's package. */
export async function objectStore(
  directory: string,
  key: { readonly id: string; readonly secret: string },
): Promise<ObjectStore | undefined> {
  const load = await installed();
  if (load === undefined) return undefined;
  const S3rver = load("s3rver") as new (options: object) => Server;
  load("s3rver/lib/models/account").DUMMY_ACCOUNT.createKeyPair(key.id, key.secret);
  const options = {
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "shop-state" }],
  };
  const server = new S3rver(options);
  const { port } = await server.run();
  return {
    url: `s3://shop-state?endpoint=http://127.0.0.1:${port}&region=eu-de&s3ForcePathStyle=true`,
    close: () => server.close(),
  };
}
