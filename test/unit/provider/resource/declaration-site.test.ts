import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "../../../../provider";

const failing = (): unknown => new DcsInstance("sessions", undefined as never);

describe("declaring a resource", () => {
  beforeAll(() =>
    pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: () => ({}),
    }),
  );

  test("leaves stack traces as they were, whether it succeeds or fails", () => {
    const { stackTraceLimit, prepareStackTrace } = Error;
    new DcsInstance("sessions", { engineVersion: "6.0" } as never);
    expect(failing).toThrow();
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
    expect(Error.prepareStackTrace).toBe(prepareStackTrace);
  });

  test("that fails says in which line of the program", () => {
    let stack: string | undefined;
    try {
      failing();
    } catch (error) {
      ({ stack } = error as Error);
    }
    expect(stack).toMatch(
      /^Error: DcsInstance "sessions" needs arguments\n\s+at failing \(.*declaration-site\.test\.ts/,
    );
  });
});
