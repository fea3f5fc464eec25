import { strToU8, zipSync } from "fflate";
import { readCertificate } from "../../../../provider/functions/work/instance/certificate/read-certificate";
import { redact } from "../../../../provider/http/secrets/redact";
import { selfSigned } from "../../../support/certificate";
import { json, quickClient, type Reply, serve, stopServers, tokenSettings } from "./server";

afterEach(stopServers);

const { cert } = selfSigned();
const zip = Buffer.from(zipSync({ "ca.crt": strToU8(cert) }));
const offered = "/bucket/redis-ca.zip?Expires=1790000000&Signature=link-that-opens-it";
const gives =
  (body: Buffer | string, status = 200): Reply =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/zip" }).end(body);

/** A DCS that offers a certificate, and a store that answers its link. */
async function against(store: Reply) {
  const files = await serve(store);
  const service = await serve(
    json(200, { file_name: "redis-ca.zip", bucket_name: "bucket", link: `${files.url}${offered}` }),
  );
  const { client } = quickClient(tokenSettings(service.url));
  return { client, service, files };
}

test("the certificate is downloaded by its link, byte for byte and without credentials", async () => {
  const { client, service, files } = await against(gives(zip));
  await expect(readCertificate(client, "x")).resolves.toBe(cert);
  expect(service.seen).toMatchObject([
    { method: "POST", url: expect.stringContaining("/instances/x/ssl-certs/download") },
  ]);
  expect(files.seen).toMatchObject([{ method: "GET", url: offered, body: "" }]);
  expect(files.seen[0]?.headers).not.toHaveProperty("x-auth-token");
  expect(files.seen[0]?.headers).not.toHaveProperty("authorization");
});

test("a store that fails for a moment is asked again", async () => {
  let calls = 0;
  const { client } = await against((response, seen) =>
    gives(calls++ === 0 ? "" : zip, calls === 1 ? 503 : 200)(response, seen),
  );
  await expect(readCertificate(client, "x")).resolves.toBe(cert);
});

test("a store that refuses the link is named, and the link is in no message", async () => {
  const { client, files } = await against(gives("<Error><Code>AccessDenied</Code></Error>", 403));
  const error = await readCertificate(client, "x").catch((thrown: Error) => thrown);
  expect(error).toMatchObject({
    message:
      "cannot download the certificate of the cache x: the object store refuses the link of the service (HTTP 403); try again, which asks for a new link",
  });
  expect(redact(`see ${files.url}${offered}`)).not.toContain("link-that-opens-it");
});

test("a download that is no zip says so", async () => {
  const { client } = await against(gives("<html>sign in first</html>"));
  await expect(readCertificate(client, "x")).rejects.toThrow(
    "cannot download the certificate of the cache x: the downloaded file is no zip; try again, which asks for a new link",
  );
});

test("an answer without a link is not taken for one", async () => {
  const service = await serve(json(200, { file_name: "redis-ca.zip" }));
  const { client } = quickClient(tokenSettings(service.url));
  await expect(readCertificate(client, "x")).rejects.toThrow("the answer contains no link");
});
