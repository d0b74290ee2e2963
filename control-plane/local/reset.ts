// npm run reset: forgets everything of this machine's installation.
import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { environment } from "./config/environment.ts";
import { stateFolder } from "./config/settings.ts";
import { LaunchFailure, runScript } from "./launch-failure.ts";
import { outsidePlace } from "./postgres/cluster.ts";
import { endStaleProcesses } from "./processes/stale-processes.ts";
import { holderOf } from "./state/instance-lock.ts";
import { stateFolderAt } from "./state/state-folder.ts";

const MARKS = ["keys", "lock.json", "processes.json", "ports.json", "run.json"];

await runScript("reset", async () => {
  const state = stateFolderAt(stateFolder(environment));
  if (!existsSync(state.path)) {
    console.log(`There is nothing to clear in ${state.path}.`);
    return;
  }
  if (!MARKS.some((name) => existsSync(state.file(name))))
    throw new LaunchFailure(`${state.path} does not look like a state folder of Socle; nothing was removed`);
  if (holderOf(state) !== null) throw new LaunchFailure(`Socle is running on ${state.path}; stop it first`);
  if (!process.argv.includes("--yes") && !(await confirmed(state.path))) {
    console.log("Nothing was removed.");
    return;
  }
  await endStaleProcesses(state, (line) => {
    console.log(line);
  });
  const outside = outsidePlace(state);
  if (outside !== null) rmSync(outside, { recursive: true, force: true });
  rmSync(state.path, { recursive: true, force: true });
  console.log(`Cleared ${state.path}. The next npm start begins anew.`);
});

async function confirmed(path: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new LaunchFailure("reset asks before it removes; without a terminal say: npm run reset -- --yes");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Remove the registry, the ledger and all keys in ${path}? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
