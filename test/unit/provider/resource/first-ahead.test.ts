import * as pulumi from "@pulumi/pulumi";
import { DcsInstance } from "../../../../provider";

describe("resources that a program declares in one go", () => {
  const happened: string[] = [];
  const sent = ({ name }: { name: string }) => happened.push(`${name} is sent`);

  /** Arguments that tell when the SDK prepares them. */
  const telling = (name: string) => ({
    tags: {
      get team() {
        happened.push(`${name} is prepared`);
        return "web";
      },
    },
  });

  const declared = (name: string) => new DcsInstance(name, telling(name) as never);
  const registered = (instances: readonly DcsInstance[]) =>
    new Promise((resolve) => {
      pulumi.all(instances.map(({ urn }) => urn)).apply(resolve);
    });

  beforeAll(() =>
    pulumi.runtime.setMocks({
      newResource: (resource) => {
        sent(resource);
        return { id: `${resource.name}-id`, state: resource.inputs };
      },
      call: () => ({}),
    }),
  );

  test.each(["the first run", "a later run of the same process"])(
    "reach the engine one before the others are prepared, in %s",
    async () => {
      happened.length = 0;
      await registered(["first", "second", "third"].map(declared));
      expect(happened.slice(0, 2)).toEqual(["first is prepared", "first is sent"]);
      expect([...happened].sort()).toEqual(
        ["first", "second", "third"].flatMap((name) => [`${name} is prepared`, `${name} is sent`]),
      );
    },
  );

  test("all reach it under jest's fake timers", async () => {
    jest.useFakeTimers();
    try {
      happened.length = 0;
      await registered(["first", "second"].map(declared));
      expect(happened.filter((event) => event.endsWith("sent"))).toEqual(["first is sent", "second is sent"]);
    } finally {
      jest.useRealTimers();
    }
  });
});
