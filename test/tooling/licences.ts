// Licences of everything that the lock file installs, against those that a public administration may take and give on.
// Read from package-lock.json alone: nothing has to be installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../control-plane/local/config/settings.ts";

/** Approved by the Open Source Initiative, without a duty to publish what is built with them. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
]);

/** What is taken under another licence, or names none in the lock file, and why that is in order. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  "@fontsource-variable/hanken-grotesk": "OFL-1.1: a font, passed on unchanged with its licence",
  "@fontsource-variable/jetbrains-mono": "OFL-1.1: a font, passed on unchanged with its licence",
  "@mistralai/mistralai": "Apache-2.0 by its LICENSE file; a client library in the tests only",
  argparse: "PSF-2.0, OSI-approved and permissive; a tool's dependency",
  "axe-core": "MPL-2.0, file by file; runs in tests, is not passed on",
  busboy: "MIT by its LICENSE file; the package names it in an old form",
  "css-mediaquery": "BSD-3-Clause by its LICENSE file; the package says BSD",
  lightningcss: "MPL-2.0, file by file; a build tool, is not passed on",
  streamsearch: "MIT by its LICENSE file; the package names it in an old form",
};
/** Builds of a tool for one platform each: as the tool itself. */
const BUILDS = /^lightningcss-/u;

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
}

/** Packages of a lock file of version 3, without the workspaces. */
export function lockedPackages(lock: string): readonly LockedPackage[] {
  const { packages } = JSON.parse(lock) as {
    packages: Readonly<Record<string, { version?: string; license?: string; link?: boolean }>>;
  };
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
    .map(([path, { version = "", license }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? null,
    }));
}

/** An SPDX expression of AND and OR, with parentheses around the whole at most. */
export function isPermissive(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/u, "$1");
  return plain.split(" OR ").some((choice) => choice.split(" AND ").every((each) => PERMISSIVE.has(each.trim())));
}

/** One line for each package whose licence nobody has looked at, and for each exception that nothing needs. */
export function licenceProblems(packages: readonly LockedPackage[]): readonly string[] {
  const known = (name: string): boolean => Object.hasOwn(EXCEPTIONS, name) || BUILDS.test(name);
  const wrong = packages
    .filter(({ name, licence }) => !(licence !== null && isPermissive(licence)) && !known(name))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? "no licence"}`);
  const names = new Set(packages.map(({ name }) => name));
  const unused = Object.keys(EXCEPTIONS).filter((name) => !names.has(name));
  return [...new Set(wrong), ...unused.map((name) => `${name}: an exception for what is not installed`)];
}

if (import.meta.main) {
  const packages = lockedPackages(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const problems = licenceProblems(packages);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) {
    console.log("Take another package, or add its name and the reason to test/tooling/licences.ts.");
    process.exitCode = 1;
  } else console.log(`${packages.length} packages, ${Object.keys(EXCEPTIONS).length} exceptions with their reasons.`);
}
