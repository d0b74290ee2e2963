// npm run gen [-- --check]: writes what is generated and committed; with --check only tells whether it would change.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../control-plane/local/build.ts";
import { ROOT } from "../../control-plane/local/config/settings.ts";
import { LaunchFailure, runScript } from "../../control-plane/local/launch-failure.ts";
import { GENERATORS, type Generator } from "./generators.ts";

await runScript("gen", async () => {
  process.umask(0o022);
  const check = process.argv.includes("--check");
  await build(console.log, ["programs"]);
  const changed: string[] = [];
  for (const generator of GENERATORS) changed.push(...(await run(generator, check)));
  if (check && changed.length > 0)
    throw new LaunchFailure(`not what npm run gen writes: ${changed.join(", ")}; run it and commit`);
  console.log(changed.length === 0 ? "Everything generated is up to date." : `Written: ${changed.join(", ")}`);
});

/** Names the files that a generator changed and, when only checking, puts them back. */
async function run({ outputs, generate }: Generator, check: boolean): Promise<string[]> {
  const before = outputs.map(contentOf);
  await generate();
  return outputs.filter((file, index) => {
    const former = before[index] ?? null;
    const changed = contentOf(file) !== former;
    if (changed && check && former !== null) writeFileSync(join(ROOT, file), former);
    return changed;
  });
}

function contentOf(file: string): string | null {
  const path = join(ROOT, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
