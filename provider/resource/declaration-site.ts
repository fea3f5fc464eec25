/** What the SDK leaves out of a trace: its own frames, and one constructor of a type. */
const LEFT_OUT = Array.from({ length: 5 }, () => "    at constructor");

type Prepare = NonNullable<typeof Error.prepareStackTrace>;

const plainly: Prepare = (error, sites) => [String(error), ...sites.map((site) => `    at ${site}`)].join("\n");

/**
 * Makes stack traces cheap while a resource is declared, and returns what undoes it.
 *
 * The SDK takes a trace for each promise of each property, and the language host maps every frame of it to TypeScript:
 * most of what a resource costs the program. Nobody reads those. One trace is stored in the state of the resource. It
 * would begin in this package and contain a dozen frames of the language host; it shall be the line of the program.
 *
 * @param base File of the class whose constructor calls the SDK's.
 * @param toProgram Frames from there to the program. By default the constructor of a derived class is between them.
 */
export function shortenStackTraces(base: string, toProgram = 2): () => void {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const prepare = prepareStackTrace ?? plainly;
  Error.stackTraceLimit = 0;
  Error.prepareStackTrace = (error, sites) => {
    const own = sites.findIndex((site) => site.getFileName() === base);
    const site = sites[own + toProgram];
    // The SDK's trace is that of an error without a message.
    if (own < 0 || site === undefined || error.message !== "") return prepare(error, sites);
    const [title, ...frames] = String(prepare(error, [site])).split("\n");
    return [title, ...LEFT_OUT, ...frames].join("\n");
  };
  return () => {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  };
}
