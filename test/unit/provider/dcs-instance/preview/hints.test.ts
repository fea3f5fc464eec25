import { hintsFor } from "../../../../../provider/dcs-instance/preview/hints";
import { current, seed } from "../../../support/inputs";

test("A cache from 4.0 that declares nothing about its whitelist is advised to", () => {
  expect(hintsFor(current())).toEqual([expect.stringMatching(/^warning: .*whole VPC.*`whitelist: \[\]`/)]);
});

test.each([
  ["groups", current({ whitelist: [{ groupName: "web", ipList: ["10.1.0.0/16"] }] })],
  ["no groups on purpose", current({ whitelist: [] })],
  ["the whitelist switched off", current({ enableWhitelist: false })],
  ["a security group, as on 3.0", seed()],
])("A cache with %s is not", (_, inputs) => {
  expect(hintsFor(inputs)).toEqual([]);
});
