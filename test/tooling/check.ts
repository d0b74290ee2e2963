// npm run check [-- --without=STEP]: everything that can be said of the code without starting Socle.
import { join } from "node:path";
import { ROOT } from "../../control-plane/local/config/settings.ts";
import { runScript } from "../../control-plane/local/launch-failure.ts";
import { runSteps, tool, type Step } from "./step.ts";

const tsc = tool("tsc7", "bin", "tsc");
const here = (name: string) => join("test", "tooling", name);

const steps: readonly Step[] = [
  // The longest first: what it leaves of two cores is enough for everything else.
  {
    name: "unit",
    commands: [
      [
        tool("vitest", "vitest.mjs"),
        "run",
        "--config",
        here("vitest.config.ts"),
        "--project",
        "unit",
        "--reporter=minimal",
      ],
    ],
  },
  {
    name: "lint",
    commands: [
      [tool("oxlint", "bin", "oxlint"), "--config", here("oxlint.json"), "--ignore-pattern", "**/generated/**", "."],
    ],
  },
  { name: "programs", commands: [[here("../../control-plane/local/build.ts")]] },
  {
    name: "types",
    after: "programs",
    commands: [
      [tsc, "-p", "console", "--noEmit"],
      [tsc, "-p", "test", "--noEmit"],
    ],
  },
  { name: "generated", after: "programs", commands: [[here("gen.ts"), "--check"]] },
  {
    name: "format",
    commands: [
      [
        tool("prettier", "bin", "prettier.cjs"),
        "--config",
        here("prettier.json"),
        "--log-level",
        "warn",
        "--check",
        "--cache",
        "--cache-location",
        "node_modules/.cache/prettier.json",
        ".",
      ],
    ],
  },
  {
    name: "architecture",
    commands: [
      [
        tool("dependency-cruiser", "bin", "dependency-cruiser.mjs"),
        ...["--config", here("dependency-cruiser.config.mjs"), "--output-type", "err-long"],
        ...["control-plane", "scheduler", "policies", "console/src", "migrations", "test"],
      ],
    ],
  },
  { name: "secrets", commands: [[here("secrets.ts")]] },
  { name: "licences", commands: [[here("licences.ts")]] },
  { name: "unused", commands: [[tool("knip", "bin", "knip.js"), "--config", here("knip.json"), "--no-progress"]] },
];

/** Where the whole test suite follows, its unit tests need not run before it as well. */
const WITHOUT = "--without=";
const without = process.argv.filter((arg) => arg.startsWith(WITHOUT)).map((arg) => arg.slice(WITHOUT.length));

await runScript("check", async () => {
  const started = performance.now();
  const asked = steps.filter(({ name }) => !without.includes(name));
  const verdicts = await runSteps(asked, ({ step, ok, seconds, output }) => {
    console.log(`${ok ? "ok    " : "FAILED"} ${step.name.padEnd(13)} ${seconds.toFixed(1).padStart(5)} s`);
    if (!ok) console.log(indented(output));
  });
  const failed = verdicts.filter(({ ok }) => !ok);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${verdicts.length - failed.length} of ${verdicts.length} checks passed in ${seconds} s (${ROOT})`);
  if (failed.length > 0) process.exitCode = 1;
});

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `       ${line}`)
    .join("\n");
}
