import path from "node:path";
import ts from "typescript";

const entry = path.resolve(__dirname, "../../dist/provider/index.d.ts");

test("A program that imports the package has its types read, and none of the libraries inside it", () => {
  const program = ts.createProgram([entry], { strict: true, noEmit: true, types: [] });
  const files = program.getSourceFiles().map(({ fileName }) => fileName);
  expect(files.filter((file) => file.includes("/@pulumi/pulumi/")).length).toBeGreaterThan(0);
  expect(files.filter((file) => /\/node_modules\/(ajv|axios|yaml|find-my-way|fflate)\//.test(file))).toEqual([]);
});
