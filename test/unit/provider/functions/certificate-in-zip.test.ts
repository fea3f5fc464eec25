import { strToU8, zipSync } from "fflate";
import { certificateIn } from "../../../../provider/functions/work/instance/certificate/in-zip";
import { selfSigned } from "../../../support/certificate";

const { cert } = selfSigned();
const zipOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe("The certificate is taken from the downloaded zip", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["that contains only it", { "ca.crt": cert }],
    ["that contains other files, too", { "readme.txt": "see the guide", "server.crt": "another", "ca.crt": cert }],
    ["that contains it in a folder", { "redis/ca.crt": cert }],
    ["that names it in another way", { "authority.pem": cert }],
  ])("%s", (_, files) => {
    expect(certificateIn(zipOf(files))).toBe(cert);
  });
});

describe("A download without a certificate is an error that says what is wrong", () => {
  test.each<[string, Uint8Array, string]>([
    ["a page instead of a zip", strToU8("<html>try later</html>"), "the downloaded file is no zip"],
    ["a zip cut short", zipOf({ "ca.crt": cert }).subarray(0, 100), "the downloaded file is no zip"],
    ["a zip of something else", zipOf({ "readme.txt": "hello" }), "the downloaded zip contains no ca.crt"],
    ["a file of that name with other content", zipOf({ "ca.crt": "hello" }), "is no certificate in PEM form"],
  ])("%s", (_, zip, message) => {
    expect(() => certificateIn(zip)).toThrow(message);
  });
});
