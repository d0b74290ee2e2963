// Looks for secrets in the files that are committed: known prefixes, keys in PEM, credentials in URLs, and values of names
// such as `secret` that are too random to be an example.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../control-plane/local/config/settings.ts";

export interface Finding {
  readonly line: number;
  readonly kind: string;
  /** The first characters only: a report is read by more people than the file. */
  readonly shown: string;
}

/** What is meant to be in the repository, by file and the beginning of what was found there. */
export const ALLOWED: readonly { readonly file: string; readonly shown: string; readonly reason: string }[] = [
  {
    file: "control-plane/local/postgres/connection.ts",
    shown: "postgres://user:password",
    reason: "the form of a URL",
  },
  { file: "control-plane/src/serving/domain/endpoint-url.spec.ts", shown: "http://user:secret@", reason: "is refused" },
  {
    file: "control-plane/src/serving/use-cases/serving.use-cases.spec.ts",
    shown: "http://user:secret@",
    reason: "is refused",
  },
  { file: "test/tooling/secrets.ts", shown: "http://user:secret@", reason: "this list itself" },
  { file: "test/fakes/control-plane-process.ts", shown: "integration-session", reason: "seals cookies of tests" },
  { file: "test/fakes/control-plane.ts", shown: "integration-session", reason: "seals cookies of tests" },
];

const KNOWN: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{16}/gu],
  ["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})/gu],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,}/gu],
  ["a Slack token", /\bxox[abprs]-[A-Za-z0-9-]{10,}/gu],
  ["a Google key", /\bAIza[A-Za-z0-9_-]{35}\b/gu],
  ["an npm token", /\bnpm_[A-Za-z0-9]{30,}/gu],
  ["an API key", /\bsk-[A-Za-z0-9_-]{24,}/gu],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/gu],
  [
    "credentials in a URL",
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'`$<>{}]+:[^\s:/@"'`$<>{}]{6,}@(?!127\.0\.0\.1|localhost)/giu,
  ],
];
const NAMED = /(?:secret|token|passw(?:or)?d|api_?key|credential)["']?\s*[:=]\s*["'`]([A-Za-z0-9+/_=.~-]{20,})["'`]/giu;
/** Bits a character: hexadecimal noise has nearly 4, base64 noise more, words and paths less. */
const RANDOM_BITS = 3.6;

/** Shannon entropy, bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Words alone are names, whatever their letters. */
const looksRandom = (value: string): boolean => /[0-9]/u.test(value) && entropy(value) > RANDOM_BITS;

/** What may be a secret in a text. */
export function secretsIn(text: string): readonly Finding[] {
  const found: Finding[] = [];
  const add = (kind: string, at: number, what: string): void => {
    found.push({ line: text.slice(0, at).split("\n").length, kind, shown: what.slice(0, 24).replaceAll("\n", " ") });
  };
  for (const [kind, pattern] of KNOWN) for (const match of text.matchAll(pattern)) add(kind, match.index, match[0]);
  for (const match of text.matchAll(NAMED)) {
    const [, value = ""] = match;
    if (looksRandom(value)) add("a random value with such a name", match.index, value);
  }
  return found;
}

const MOST_BYTES = 2_000_000;

function trackedFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return listed.split("\0").filter(Boolean);
}

const allowance = (file: string, shown: string) =>
  ALLOWED.find((each) => each.file === file && shown.startsWith(each.shown));

function scan(file: string, used: Set<unknown>): readonly string[] {
  const path = join(ROOT, file);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > MOST_BYTES || /\.(?:png|jpg|xlsx|woff2)$/u.test(file) || file === "package-lock.json")
    return [];
  return secretsIn(readFileSync(path, "utf8"))
    .filter(({ shown }) => {
      const allowed = allowance(file, shown);
      used.add(allowed);
      return allowed === undefined;
    })
    .map(({ line, kind, shown }) => `${file}:${String(line)}: ${kind}: ${shown}…`);
}

if (import.meta.main) {
  const files = trackedFiles();
  const used = new Set<unknown>();
  const findings = [
    ...files.flatMap((file) => scan(file, used)),
    ...ALLOWED.filter((each) => !used.has(each)).map(({ file, shown }) => `${file}: ${shown} is allowed and not there`),
  ];
  for (const finding of findings) console.log(finding);
  if (findings.length > 0) {
    console.log(
      "Take it out and change it wherever it was used; or add it with its reason to test/tooling/secrets.ts.",
    );
    process.exitCode = 1;
  } else console.log(`${String(files.length)} files, no secret.`);
}
