import type { Emulator, EmulatorOptions } from "../../emulator";
import { type Props, ProviderProcess } from "../../test/process/support/provider-process";
import { median } from "../measure/median";
import { memoryOfProvider } from "../measure/memory";
import { specification } from "../programs/request";

const {
  startEmulator,
}: { startEmulator(options: EmulatorOptions): Promise<Emulator> } = require("../../dist/tools/emulator");

const A_HUNDRED = 100;

/** The provider process without an engine: its start, and what each hundred of many caches costs it. */
export interface ProcessFigures {
  /** From nothing to a process that listens: Node.js and Pulumi's SDK. */
  readonly startSeconds: number;
  /** The first check, which loads the provider, signs in and asks for the catalogue. */
  readonly firstCheckSeconds: number;
  readonly startMegabytes: number;
  readonly hundreds: readonly Hundred[];
}

export interface Hundred {
  /** The middle of a hundred checks, one after the other, as the engine makes them. */
  readonly checkMs: number;
  /** Wall time per cache of a hundred creates side by side, by a service that takes no time. */
  readonly createMs: number;
  readonly readMs: number;
  readonly megabytes: number;
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  return [await work(), performance.now() - from];
};

async function hundred(provider: ProviderProcess, first: number): Promise<Hundred> {
  const indexes = Array.from({ length: A_HUNDRED }, (_, index) => first + index);
  const checked: Props[] = [];
  const checks: number[] = [];
  for (const index of indexes) {
    const [{ inputs, failures }, ms] = await timed(() => provider.check({ ...specification(index) }));
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    checked.push(inputs);
    checks.push(ms);
  }
  const [created, createMs] = await timed(() => Promise.all(checked.map((inputs) => provider.create(inputs))));
  const [, readMs] = await timed(() => Promise.all(created.map(({ id, outs }) => provider.read(id, outs))));
  return {
    checkMs: median(checks),
    createMs: createMs / A_HUNDRED,
    readMs: readMs / A_HUNDRED,
    megabytes: await memoryOfProvider(),
  };
}

export async function processFigures(caches: number): Promise<ProcessFigures> {
  const dcs = await startEmulator({ createMs: 0, deleteMs: 0, redis: false, instanceQuota: caches + 1 });
  const [provider, startMs] = await timed(() => ProviderProcess.start(dcs.env));
  try {
    const [, firstCheckMs] = await timed(() => provider.check({ ...specification(caches) }));
    const startMegabytes = await memoryOfProvider();
    const hundreds: Hundred[] = [];
    for (let first = 0; first < caches; first += A_HUNDRED) {
      hundreds.push(await hundred(provider, first));
    }
    return { startSeconds: startMs / 1000, firstCheckSeconds: firstCheckMs / 1000, startMegabytes, hundreds };
  } finally {
    await provider.stop();
    await dcs.close();
  }
}
