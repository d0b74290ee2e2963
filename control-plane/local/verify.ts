// npm run -s verify [-- --log DIR|URL …]: checks the transparency logs. Without --log, both of the Socle of this machine,
// against its data base's ledger while it runs; with --log, the arguments go to the verifier as they are. With
// --export FOLDER it verifies nothing, but writes what somebody needs who verifies elsewhere, without this machine.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "./config/environment.ts";
import { build } from "./build.ts";
import { ROOT, stateFolder } from "./config/settings.ts";
import { LaunchFailure, runScript } from "./launch-failure.ts";
import { ownerDatabaseUrl } from "./launch/owner-database.ts";
import { ENTRIES, runToEnd } from "./launch/program.ts";
import { logKeyFiles } from "./state/secrets.ts";
import { readText, stateFolderAt } from "./state/state-folder.ts";
import { LOG_NAMES, LOG_ORIGIN, SIGNATURE_TYPES, verifierKey, WITNESS_NAME } from "./state/verifier-key.ts";

const TOOL = join(ROOT, "control-plane", "verifier", "verify-log.mjs");

await runScript("verify", async () => {
  const asked = process.argv.slice(2);
  if (asked[0] === "--export") return exportLogs(asked[1]);
  process.exitCode = asked.includes("--log") ? await verifyLog(asked) : await verifyThisMachine(asked);
});

/** Both logs as they are published, the ledger, and the verifier itself; prints how it is run there. */
async function exportLogs(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new LaunchFailure("--export needs a folder to write to");
  if (existsSync(folder))
    throw new LaunchFailure(`${folder} exists already: what was exported before is not overwritten`);
  const state = stateFolderAt(stateFolder(environment));
  for (const log of LOG_NAMES) {
    const [from, to] = [join(state.transparency, log), join(folder, log)];
    mkdirSync(to, { recursive: true });
    // The checkpoint first: tiles that come meanwhile are more than it asks for, never less.
    copyFileSync(join(from, "checkpoint"), join(to, "checkpoint"));
    if (existsSync(join(from, "minimum-index"))) copyFileSync(join(from, "minimum-index"), join(to, "minimum-index"));
    if (existsSync(join(from, "tile"))) cpSync(join(from, "tile"), join(to, "tile"), { recursive: true });
  }
  copyFileSync(TOOL, join(folder, "verify-log.mjs"));
  const ledger = await ledgerOf(state.file("run.json"), join(folder, "ledger.jsonl"));
  if (ledger.length === 0) console.error("Socle does not run: without its data base there is no ledger in the export.");
  for (const log of LOG_NAMES) {
    const { key, witness } = keysOf(log);
    const against = log === "inference" && ledger.length > 0 ? " --ledger ledger.jsonl" : "";
    console.log(`node verify-log.mjs --log ${log} --key '${key}' --witness '${witness}'${against}`);
  }
}

function keysOf(log: (typeof LOG_NAMES)[number]): { readonly key: string; readonly witness: string } {
  const keys = logKeyFiles(stateFolderAt(stateFolder(environment)));
  return {
    key: verifierKey(`${LOG_ORIGIN}/${log}`, SIGNATURE_TYPES.log, keys.transparencyPublicKeyFile),
    witness: verifierKey(WITNESS_NAME, SIGNATURE_TYPES.witness, keys.witnessPublicKeyFile),
  };
}

/** Both logs; the worse of the two exit codes. */
async function verifyThisMachine(more: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "socle-verify-"));
  try {
    const codes: number[] = [];
    for (const log of LOG_NAMES) codes.push(await verifyLog([...(await argumentsFor(log, folder)), ...more]));
    return Math.max(...codes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A log of this machine, its keys, what was seen of it before and, for requests, the ledger. */
async function argumentsFor(log: (typeof LOG_NAMES)[number], folder: string): Promise<readonly string[]> {
  const state = stateFolderAt(stateFolder(environment));
  const { key, witness } = keysOf(log);
  const place = ["--log", join(state.transparency, log), "--key", key, "--witness", witness];
  const ledger = log === "inference" ? await ledgerOf(state.file("run.json"), join(folder, "ledger.jsonl")) : [];
  return [...place, "--since", state.file(`seen-${log}.checkpoint`), ...ledger];
}

/** The ledger as rows to compare with the log; nothing while Socle does not run. */
async function ledgerOf(runFile: string, file: string): Promise<readonly string[]> {
  if (readText(runFile) === null) return [];
  await build(console.error);
  writeFileSync(file, await runToEnd(ENTRIES.exportLedger, [], { DATABASE_URL: ownerDatabaseUrl(environment) }));
  return ["--ledger", file];
}

function verifyLog(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [TOOL, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 2));
  });
}
