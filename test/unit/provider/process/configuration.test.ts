import { configuration } from "../../../../provider/process/configuration";
import { Run } from "../../../../provider/process/run";

test("connections that verify nothing are warned of once, however many resources there are", () => {
  const lines = jest.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    const run = new Run({ get: (key) => (key === "otc:insecure" ? "true" : undefined) });
    for (const projectId of ["aaaa", "bbbb", "aaaa"]) configuration(run, { projectId });
    const warnings = lines.mock.calls.flat().filter((line) => String(line).startsWith("warning: "));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /certificates are not verified.*otc:insecure \/ OS_INSECURE is true \(from otc:insecure in the stack's config\); .*otc:caCertFile \/ OS_CACERT/,
    );
  } finally {
    lines.mockRestore();
  }
});
