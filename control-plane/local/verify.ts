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
import { readText, stateFolderAt, type StateFolder } from "./state/state-folder.ts";
import { LOG_NAMES, LOG_ORIGIN, SIGNATURE_TYPES, verifierKey, WITNESS_NAME } from "./state/verifier-key.ts";

const TOOL = join(ROOT, "control-plane", "verifier", "verify-log.mjs");
/** A log that stands still is cosigned each minute while Socle runs. */
const MAX_AGE = "10m";

await runScript("verify", async () => {
  const asked = process.argv.slice(2);
  if (asked[0] === "--export") return exportLogs(asked[1]);
  process.exitCode = asked.includes("--log") ? await verifyLog(asked) : await verifyThisMachine(asked);
});

/** Both logs as they are published, the ledger of the same entries, and the verifier itself; prints how it is run there. */
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
  const ledger = await ledgerOf(join(folder, "inference"), join(folder, "ledger.jsonl"));
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

/** A log of this machine as it is now, its keys, what was seen of it before and, for requests, the ledger. */
async function argumentsFor(log: (typeof LOG_NAMES)[number], folder: string): Promise<readonly string[]> {
  const state = stateFolderAt(stateFolder(environment));
  const { key, witness } = keysOf(log);
  const place = join(state.transparency, log);
  const now = join(folder, log);
  mkdirSync(now);
  // The log goes on meanwhile: it is checked at the checkpoint that the ledger is exported for.
  for (const note of ["checkpoint", "minimum-index"])
    if (existsSync(join(place, note))) copyFileSync(join(place, note), join(now, note));
  const checkpoint = existsSync(join(now, "checkpoint")) ? ["--checkpoint", join(now, "checkpoint")] : [];
  const ledger = log === "inference" ? await ledgerOf(now, join(folder, "ledger.jsonl")) : [];
  const young = runs(state) ? ["--max-age", MAX_AGE] : [];
  const seen = ["--since", state.file(`seen-${log}.checkpoint`)];
  return ["--log", place, "--key", key, "--witness", witness, ...checkpoint, ...seen, ...young, ...ledger];
}

function runs(state: StateFolder): boolean {
  return readText(state.file("run.json")) !== null;
}

/** The ledger of the entries that a log's notes speak of, to be compared with them; nothing while Socle does not run. */
async function ledgerOf(notes: string, file: string): Promise<readonly string[]> {
  if (!runs(stateFolderAt(stateFolder(environment)))) {
    console.error("Socle does not run: without its data base, the ledger is not compared with the log.");
    return [];
  }
  await build(console.error, ["programs"]);
  const entries = [numberIn(join(notes, "checkpoint")), numberIn(join(notes, "minimum-index"))];
  const env = { DATABASE_URL: ownerDatabaseUrl(environment) };
  writeFileSync(file, await runToEnd(ENTRIES.exportLedger, entries, env));
  return ["--ledger", file];
}

/** The number in a note's second line: entries of a checkpoint, or the first that is kept. */
function numberIn(note: string): string {
  return /^[^\n]+\n(?:minimum-index )?([0-9]+)\n/.exec(readText(note) ?? "")?.[1] ?? "0";
}

function verifyLog(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [TOOL, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 2));
  });
}
