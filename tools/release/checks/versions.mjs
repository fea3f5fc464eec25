/** Where the version stands beside package.json. Each group is a version. */
const places = [
  { file: "package-lock.json", pattern: /^ {2}"version": "([^"]+)"/gm },
  { file: "package-lock.json", pattern: /^ {4}"": \{\n {6}"name": "[^"]+",\n {6}"version": "([^"]+)"/gm },
  { file: "plugin/schema.json", pattern: /^ {2}"version": "([^"]+)"/gm },
  { file: "README.md", pattern: /pulumi-otc-dcs-(\d[^/\s]*)\.tgz/g },
  { file: "docs/guides/plugin.md", pattern: /plugin install resource otc (\S+)/g },
  { file: "docs/guides/plugin.md", pattern: /pulumi-resource-otc-v(\d[^/\s]*)\.tar\.gz/g },
];

/**
 * What is not of this version.
 * @param {string} version @param {(file: string) => string} read
 */
export function versionProblems(version, read) {
  return places.flatMap(({ file, pattern }) => {
    const found = [...read(file).matchAll(pattern)].map(([, text]) => text);
    if (found.length === 0) return [`${file} names no version where ${pattern} looks for one`];
    return found.filter((text) => text !== version).map((text) => `${file} says ${text}, package.json ${version}`);
  });
}

/**
 * What is wrong with the changelog.
 * @param {string} version @param {string} changelog @param {boolean} isRelease
 */
export function changelogProblems(version, changelog, isRelease) {
  const heading = changelog.match(/^## (\S+) - (.+)$/m);
  if (heading?.[1] !== version)
    return [`CHANGELOG.md begins with ${heading?.[1] ?? "no version"}, not with ${version}`];
  const isDated = /^\d{4}-\d\d-\d\d$/.test(heading[2] ?? "");
  return isRelease && !isDated
    ? [`CHANGELOG.md calls ${version} "${heading[2]}": give it the date, as 2027-01-31`]
    : [];
}
