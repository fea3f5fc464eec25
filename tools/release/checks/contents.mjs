/** What must be there, beside what package.json names. */
const needed = ["README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md", "THIRD-PARTY-NOTICES.md", "plugin/schema.json"];

/** What must not, and why. @type {ReadonlyArray<readonly [RegExp, string]>} */
const unwanted = [
  [/^(test|tools|bench|node_modules|\.local|\.github|\.ci)\//, "belongs to the repository only"],
  [/^(provider|emulator|terraform)\/.*(?<!\.md)$/, "is source; the package has its build"],
  [/(?<!\.d)\.ts$/, "is TypeScript outside of examples"],
  [/\.(map|tgz|log|tsbuildinfo)$/, "is left over from a build"],
  [/(^|\/)\.(env|npmrc|built)/, "may hold something private"],
  [/(^|\/)Pulumi\.[^/]+\.yaml$/, "is the configuration of a stack"],
];

/** @param {unknown} value @returns {string[]} */
function filesIn(value) {
  if (typeof value === "string") return [value.replace(/^\.\//, "")];
  return value && typeof value === "object" ? Object.values(value).flatMap(filesIn) : [];
}

/**
 * What is wrong with the files of the packed package.
 * @param {readonly string[]} files @param {Record<string, unknown>} manifest
 */
export function contentProblems(files, { main, types, exports, bin }) {
  const named = [...needed, ...filesIn([main, types, exports, bin])];
  const missing = [...new Set(named)].filter((file) => !files.includes(file));
  const left = files.flatMap((file) => {
    const found = unwanted.find(([pattern]) => !file.startsWith("examples/") && pattern.test(file));
    return found ? [`${file} ${found[1]}`] : [];
  });
  return [...missing.map((file) => `${file} is not in the package`), ...left];
}
