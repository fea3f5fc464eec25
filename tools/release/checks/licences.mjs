/** Licences that go with Apache-2.0 without conditions on the programs of users. */
const allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

/** @param {ReadonlyArray<import("../shipped.mjs").Shipped>} all */
export const licenceProblems = (all) =>
  all
    .filter(({ license }) => !allowed.includes(license))
    .map(
      ({ name, version, license }) => `${name} ${version} has the licence ${license}: not one of ${allowed.join(", ")}`,
    );

/**
 * Whether a bill of materials names the same packages.
 * @param {ReadonlyArray<import("../shipped.mjs").Shipped>} all @param {string} sbom
 */
export function sbomProblems(all, sbom) {
  /** @type {{ components: Array<{ name: string, version: string }> }} */
  const { components } = JSON.parse(sbom);
  const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
  const wanted = new Set(all.map(({ name, version }) => `${name} ${version}`));
  return [
    ...[...wanted].filter((name) => !listed.has(name)).map((name) => `the bill of materials lacks ${name}`),
    ...[...listed].filter((name) => !wanted.has(name)).map((name) => `the bill of materials has ${name} too many`),
  ];
}
