import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SCHEDULER = fileURLToPath(new URL("../../scheduler/", import.meta.url));
const MOST_FILES = 12;

/** Files of the walk in the scheduler's README, in their order. */
const walk = [...readFileSync(`${SCHEDULER}README.md`, "utf8").matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(
  ([, path = ""]) => path,
);

const importsOf = (path: string): readonly string[] =>
  [...readFileSync(SCHEDULER + path, "utf8").matchAll(/from "(\.[^"]+)\.js"/g)].map(
    ([, to = ""]) => `${resolve("/", dirname(path), to).slice(1)}.ts`,
  );

it("is a request's way from ingress to metering, through few files", () => {
  expect(walk.length).toBeLessThanOrEqual(MOST_FILES);
  expect(walk[0]).toMatch(/^src\/ingress\//);
  expect(walk.at(-1)).toMatch(/^src\/metering\//);
});

it("has no step that nothing before it leads to", () => {
  const known = new Set<string>();
  for (const [at, path] of walk.entries()) {
    expect(existsSync(SCHEDULER + path), path).toBe(true);
    if (at > 0) expect([...known], path).toContain(path);
    for (const imported of importsOf(path)) known.add(imported);
  }
});
