import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const clone = path.join(__dirname, "../../..");
const picture = () => readFileSync(path.join(clone, "docs/images/quickstart.svg"), "utf8");

/** Runs an expression with the tool's modules at hand. */
function play(expression: string): string {
  const code = `
    import { paced } from "./tools/quickstart/picture/pace.mjs";
    import { svg } from "./tools/quickstart/picture/svg.mjs";
    process.stdout.write(${expression});`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: clone, encoding: "utf8" });
}

const rows = (...times: number[]) => JSON.stringify(times.map((atMs) => ({ atMs, runs: [] })));
const pacedTimes = (...times: number[]) =>
  JSON.parse(play(`JSON.stringify(paced(${rows(...times)}).map(({ atMs }) => atMs))`));

test("the README's recording names no place but the made-up one, and nothing of it is loaded from elsewhere", () => {
  const places = picture().match(/(?<![\w.~])\/(?:home|root|Users|work|tmp|var)\/[^\s'"<]*/g);
  expect([...new Set(places)]).toEqual([expect.stringMatching(/^\/home\/you\/pulumi-otc-dcs\//)]);
  expect(picture().replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|href=|url\(/);
});

test("the README's recording ends with a cache that answered, and is small", () => {
  expect(picture()).toMatch(/PING -&gt; PONG<\/text>[\s\S]*RUNNING<\/text>/);
  expect(picture().length).toBeLessThan(150_000);
});

test("the recording cuts long waits, and shows rows that came at once one after the other", () => {
  expect(pacedTimes(0, 20_000, 20_000, 20_400)).toEqual([0, 1_500, 1_560, 1_960]);
});

test("the recording shows markup that a program printed as text", () => {
  const runs = [{ column: 0, text: "<b> & more", colour: 2, bold: false }];
  const drawn = play(`svg([{ atMs: 0, runs: ${JSON.stringify(runs)} }], { columns: 80, rows: 5 })`);
  expect(drawn).toMatch(/ class="c2">&lt;b&gt; &amp; more<\/text>/);
  expect(drawn).toContain(".c2{fill:");
});
