import fc from "fast-check";
import { comment, literal } from "../../../terraform/program/literal";
import { namer } from "../../../terraform/program/names";

const TYPE = "opentelekomcloud_dcs_instance_v2";
const evaluated = (text: string): unknown => new Function(`"use strict"; return (${text});`)();

test("a value of JSON, printed as TypeScript, is the same value", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value = JSON.parse(text);
      expect(evaluated(literal(value))).toEqual(value);
    }),
  );
});

test.each(['"', "\\", "`\u0024{process.exit()}`", "*/", "a\nb", "\u2028", "\u0000", "</script>", "\ud800"])(
  "the text %j is the same text in the program",
  (text) => {
    expect(evaluated(literal({ [text]: text }))).toEqual({ [text]: text });
  },
);

test("a tag called __proto__ is a tag", () => {
  const tags = JSON.parse('{"__proto__": "x"}');
  expect(Object.keys(evaluated(literal(tags)) as object)).toEqual(["__proto__"]);
});

test("a comment stays on its line, whatever it says", () => {
  const dangerous = fc.constantFrom("\n", "\r", "\u2028", "\u2029", "\u0000", "\\", '"', "*/", "n", "u000a");
  fc.assert(
    fc.property(fc.string({ unit: dangerous }), (text) => {
      expect(evaluated(`${comment(text)}\n1`)).toBe(1);
      expect(comment(text)).not.toMatch(/[\n\r\u2028\u2029]/);
    }),
  );
});

test("names of constants are valid and unique, whatever the addresses are", () => {
  const addresses = fc.array(fc.string({ unit: "grapheme" }).map((key) => `${TYPE}.class[${JSON.stringify(key)}]`));
  fc.assert(
    fc.property(addresses, (all) => {
      const nameOf = namer();
      const names = all.map((address) => nameOf({ address, type: TYPE }));
      expect(new Set(names.map(({ constant }) => constant)).size).toBe(all.length);
      expect(new Set(names.map(({ resource }) => resource)).size).toBe(all.length);
      evaluated(`(() => { ${names.map(({ constant }) => `const ${constant} = 1;`).join("\n")} })()`);
    }),
  );
});

test.each([
  ["class", "cacheClass", "class"],
  ["7seas", "cache7seas", "7seas"],
  ["config", "cacheConfig", "config"],
  ["web_cache", "webCache", "web-cache"],
  ["größe", "grE", "gr-e"],
  ["日本", "cache", "cache"],
])("a cache called %s in Terraform is %s in the program", (name, constant, resource) => {
  expect(namer()({ address: `${TYPE}.${name}`, type: TYPE })).toEqual({ constant, resource });
});
