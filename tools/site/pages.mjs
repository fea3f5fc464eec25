/**
 * What a page is made of: the text of a file, a section of it with what it contains, or a text that is generated.
 * The title of the page takes the place of the first heading, unless that is to be kept. `as` is another heading for the
 * text of a file.
 * @typedef {{ file: string, section?: string, without?: string[], keepsHeading?: true, as?: string } | { generated: () => string }} Part
 *
 * `address` is the path of the page. `short` names sections of the README that are a summary of it: links to them lead
 * to the page. `wide` gives tables the whole width. `search: false` keeps a page of evidence
 * out of the search.
 * @typedef {{ address: string, title: string, says: string, parts: Part[], short?: string[], wide?: true, search?: false }} Page
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { clone } from "../setup/say.mjs";
import { functionsReference } from "./reference/functions.mjs";
import { resourceReference } from "./reference/resources.mjs";
import { fieldsOfTerraform } from "./reference/terraform.mjs";

/** @param {string} section @param {string[]} [without] @returns {Part} */
const readme = (section, without = []) => ({ file: "README.md", section, without });

/** @param {string} name @returns {Part} */
const doc = (name) => ({ file: `docs/${name}.md` });

/** @param {string} name @returns {Part} */
const guide = (name) => doc(`guides/${name}`);

/** What the tests write. @param {string} name @returns {Part} */
const result = (name) => doc(`results/${name}`);

/** @param {() => string} generated @returns {Part} */
const made = (generated) => ({ generated });

/** The pages by their groups, in the order of the menu. @type {Record<string, Page[]>} */
const LISTED = {
  Begin: [
    {
      address: "start",
      title: "Start",
      says: "Try it in two commands without an account, then in a project of your own.",
      parts: [
        { ...readme("Two commands"), keepsHeading: true },
        readme("A program", ["For production", "In other languages"]),
      ],
    },
    {
      address: "configuration",
      title: "Configuration",
      says: "Every setting, where it can stand, and which one counts.",
      parts: [readme("Configuration")],
      wide: true,
    },
    {
      address: "signing-in",
      title: "Signing in",
      says: "Every way to sign in, with an example of each.",
      parts: [guide("signing-in")],
    },
    {
      address: "production",
      title: "A cache for production",
      says: "Who gets in, what keeps the data, and what to check before the first client connects.",
      parts: [guide("production")],
      short: ["For production"],
    },
  ],
  Use: [
    {
      address: "preview-and-up",
      title: "What happens in a run",
      says: "What preview checks, and what up, refresh and destroy do.",
      parts: [readme("What happens")],
    },
    {
      address: "changing",
      title: "Changing and replacing",
      says: "Which changes are made in place, which replace the cache, and what clients notice.",
      parts: [readme("Arguments")],
      wide: true,
    },
    { address: "tls", title: "TLS", says: "Encrypted connections.", parts: [readme("TLS")] },
    {
      address: "backups",
      title: "Backups",
      says: "Make, keep, restore and download backups from the program.",
      parts: [guide("backups")],
      short: ["Backups"],
    },
    {
      address: "other-languages",
      title: "Other languages",
      says: "The plugin for YAML, Python, Go and .NET, and for pulumi import.",
      parts: [guide("plugin")],
      short: ["In other languages"],
    },
    {
      address: "from-terraform",
      title: "Moving from Terraform",
      says: "Take over the caches of a Terraform state, field by field.",
      parts: [guide("terraform"), made(fieldsOfTerraform)],
      short: ["Moving from Terraform"],
    },
    {
      address: "types",
      title: "What the compiler finds",
      says: "Mistakes that are type errors, and what types cannot know.",
      parts: [guide("types")],
    },
    {
      address: "testing",
      title: "Testing your program",
      says: "With mocks, and with the local DCS.",
      parts: [guide("testing")],
    },
    {
      address: "pipelines",
      title: "Pipelines",
      says: "Files for GitHub Actions and GitLab CI, with the state in the cloud's object store.",
      parts: [guide("pipelines")],
    },
    {
      address: "acceptance",
      title: "On your own account",
      says: "Play a cache's life in the cloud, and record where it answers otherwise than the local DCS.",
      parts: [guide("acceptance")],
    },
    {
      address: "local-dcs",
      title: "The local DCS",
      says: "Test without an account, with failures on demand.",
      parts: [readme("The local DCS"), { file: "emulator/README.md", as: "In detail" }],
    },
  ],
  Reference: [
    {
      address: "dcs-instance",
      title: "DcsInstance",
      says: "Every argument and output of a cache.",
      parts: [made(() => resourceReference("Instance")), readme("Outputs")],
    },
    {
      address: "dcs-backup",
      title: "DcsBackup",
      says: "Every argument and output of a backup.",
      parts: [made(() => resourceReference("Backup"))],
    },
    {
      address: "dcs-restore",
      title: "DcsRestore",
      says: "Every argument and output of a restore.",
      parts: [made(() => resourceReference("Restore"))],
    },
    {
      address: "functions",
      title: "Functions",
      says: "What a program can look up before it declares anything.",
      parts: [readme("Look-ups"), made(functionsReference)],
    },
    {
      address: "errors",
      title: "Errors of the service",
      says: "Each code of the service with its cause and its remedy.",
      parts: [doc("errors")],
      wide: true,
    },
    {
      address: "messages",
      title: "Messages",
      says: "The whole message that a user reads for each error.",
      parts: [result("errors-seen")],
      wide: true,
    },
    {
      address: "sign-in-problems",
      title: "Sign-in problems",
      says: "What can be wrong with a sign-in, and the message for it.",
      parts: [result("sign-in-problems")],
      wide: true,
    },
  ],
  "In operation": [
    {
      address: "operations",
      title: "Operations",
      says: "What to do after an interruption, a failure or a change of account.",
      parts: [guide("operations")],
      wide: true,
    },
    {
      address: "security",
      title: "Security",
      says: "Where each secret is, and what to do if one leaked.",
      parts: [{ file: "SECURITY.md" }],
    },
    {
      address: "limits",
      title: "Limits",
      says: "What does not work, and what to do instead.",
      parts: [guide("limits")],
      short: ["Limits"],
    },
    {
      address: "comparison",
      title: "Comparison",
      says: "This package, Terraform's provider and its bridge to Pulumi.",
      parts: [guide("comparison")],
      short: ["When to use which"],
      wide: true,
    },
  ],
  Evidence: [
    {
      address: "benchmarks",
      title: "Benchmarks",
      says: "How quick it is, measured beside a bare provider.",
      parts: [doc("bench")],
      wide: true,
    },
    {
      address: "every-change",
      title: "Every change, call by call",
      says: "Each change of each argument as it was observed.",
      parts: [result("changes")],
      wide: true,
    },
    {
      address: "catalogue",
      title: "The catalogue, as observed",
      says: "What preview and up do when the offer of the cloud changes.",
      parts: [result("catalogue")],
      wide: true,
    },
    {
      address: "packages",
      title: "Where the package runs",
      says: "Package managers, kinds of modules, versions of Node.js and of the Pulumi SDK.",
      parts: [result("packages")],
      wide: true,
    },
    {
      address: "interruptions",
      title: "Interruptions, as observed",
      says: "Twenty kills and four combinations of signals.",
      parts: [result("interruptions")],
      wide: true,
    },
    {
      address: "faults",
      title: "Fault matrix",
      says: "Nearly 1,500 ways in which an operation can go wrong.",
      parts: [result("faults")],
      wide: true,
      search: false,
    },
  ],
  "The project": [
    {
      address: "architecture",
      title: "Architecture",
      says: "Layers, decisions and tests.",
      parts: [{ file: "ARCHITECTURE.md" }],
      wide: true,
      search: false,
    },
    {
      address: "contributing",
      title: "Contributing",
      says: "How to run the tests and where things are added.",
      parts: [{ file: "CONTRIBUTING.md" }],
      search: false,
    },
    {
      address: "changelog",
      title: "Changelog",
      says: "What changed.",
      parts: [{ file: "CHANGELOG.md" }],
      search: false,
    },
  ],
};

const files = new Set(
  Object.values(LISTED).flatMap((pages) =>
    pages.flatMap(({ parts }) => parts.map((part) => "file" in part && part.file)),
  ),
);

/** Files of docs/ that are in no group yet. @type {Page[]} */
const others = ["docs", "docs/guides", "docs/results"]
  .flatMap((folder) => readdirSync(path.join(clone, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith(".md") && !files.has(file))
  .map((file) => ({
    address: path.basename(file, ".md"),
    title: titleOf(file),
    says: titleOf(file),
    parts: [{ file }],
  }));

/** The pages by their groups. */
export const GROUPS = { ...LISTED, ...(others.length > 0 && { More: others }) };

/** All pages, in the order of the menu. */
export const PAGES = Object.values(GROUPS).flat();

/** @param {string} file */
function titleOf(file) {
  return /^# (.+)$/m.exec(readFileSync(path.join(clone, file), "utf8"))?.[1] ?? path.basename(file, ".md");
}
