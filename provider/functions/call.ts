import * as pulumi from "@pulumi/pulumi";
import type { Inputs, PlaceArgs } from "./values/place";
import type { Work } from "./work/carry-out";

/** A function of a program, as a promise and as an output. */
export interface Function<A, R> {
  readonly plain: (args: A) => Promise<R>;
  readonly output: (args: Inputs<A>) => pulumi.Output<R>;
}

/** A module is there at once if it is a file of its own, and later if it is part of a bundle. */
type MaybeLater<T> = T | Promise<T>;

/**
 * Makes a function that looks something up in the program's process, with the configuration and the sign-in of resources.
 *
 * @param load Requires the module of the work. It is called with the first call, because what the work needs (HTTP,
 *   schemas, YAML) takes time to load, and a program that imports this package may never call a function.
 */
export function functionOf<A extends PlaceArgs, R>(
  name: string,
  load: () => MaybeLater<{ readonly work: Work<A, R> }>,
): Function<A, R> {
  const plain = async (args: A): Promise<R> => {
    const { carryOut } = await (require("./work/carry-out") as MaybeLater<typeof import("./work/carry-out")>);
    return carryOut(name, (await load()).work, args);
  };
  // An argument that is unknown in a preview leaves the output unknown; one that is secret makes it secret.
  return { plain, output: (args) => pulumi.output(args).apply((known) => plain(known as A)) };
}
