import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPermissive, licenceProblems, lockedPackages } from "./licences.ts";
import { entropy, secretsIn } from "./secrets.ts";

// Put together here, so that this file does not hold what it looks for.
const noise = "q7Zt0Vb9Xk3Lm8Rn5Wd2Yc6Hf1Jg4Ps";
const pem = ["-----BEGIN ", "PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ\n-----END "].join("");
const hex = "9f86d081884c7d659a2feaa0c55ad015";

describe("the search for secrets", () => {
  it.each([
    ["a private key", pem],
    ["an AWS key", `AKIA${"ABCDEFGHIJ234567"}`],
    ["a GitHub token", `ghp_${noise}${noise}`],
    ["an npm token", `npm_${noise}`],
    ["an API key", `key: sk-${noise}`],
    ["a signed token", `eyJ${noise}.eyJ${noise}.${noise}`],
    ["credentials in a URL", `postgres://socle:${noise}@db.example/socle`],
    ["a random value with such a name", `SESSION_SECRET="${noise}"`],
    ["a random value with such a name", `"apiKey": "${hex}"`],
  ])("finds %s, with its line, and repeats little of it", (kind, text) => {
    const [finding] = secretsIn(`first line\n${text}\n`);
    expect(finding).toMatchObject({ kind, line: 2 });
    expect(finding?.shown.length).toBeLessThanOrEqual(24);
  });

  it.each([
    'const token = "a-long-name-of-words-only"',
    'secret: "client-secret-of-the-tests"',
    `sha256: "${hex}${hex}"`,
    "postgres://app:hush@127.0.0.1:5432/socle",
    "https://user@host/path",
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END",
  ])("leaves %s alone", (text) => {
    expect(secretsIn(text)).toEqual([]);
  });

  it("tells noise from words by its entropy", () => {
    expect(entropy("aaaaaaaa")).toBe(0);
    expect(entropy("abcdefgh")).toBe(3);
    expect(entropy(noise)).toBeGreaterThan(4.5);
  });
});

describe("licences", () => {
  const lock = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });

  it("are read from the lock file, for every package and no workspace", () => {
    const packages = lockedPackages(
      lock({
        "": { name: "socle" },
        scheduler: { version: "1.0.0" },
        "node_modules/@socle/scheduler": { link: true },
        "node_modules/a": { version: "1.0.0", license: "MIT" },
        "node_modules/a/node_modules/@b/c": { version: "2.0.0" },
      }),
    );
    expect(packages).toEqual([
      { name: "a", version: "1.0.0", licence: "MIT" },
      { name: "@b/c", version: "2.0.0", licence: null },
    ]);
  });

  it.each([
    ["MIT", true],
    ["(MIT AND BSD-3-Clause)", true],
    ["(MPL-2.0 OR Apache-2.0)", true],
    ["GPL-3.0-only", false],
    ["MIT AND GPL-3.0-only", false],
    ["SEE LICENSE IN LICENSE", false],
  ])("%s: %s", (expression, permissive) => {
    expect(isPermissive(expression)).toBe(permissive);
  });

  it("are all known of what is installed, and one that is not stands out", () => {
    const packages = lockedPackages(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"));
    expect(packages.length).toBeGreaterThan(100);
    expect(licenceProblems(packages)).toEqual([]);
    const more = [...packages, { name: "x", version: "1.0.0", licence: "SSPL-1.0" }];
    expect(licenceProblems(more)).toEqual(["x@1.0.0: SSPL-1.0"]);
  });
});
