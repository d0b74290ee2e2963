// npm run -s verify [-- --log DIR|URL …]: checks the transparency logs. Without --log, both of the Socle of this machine,
// against its data base's ledger while it runs; with --log, the arguments go to the verifier as they are.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "./config/environment.ts";
import { build } from "./build.ts";
import { ROOT, stateFolder } from "./config/settings.ts";
import { runScript } from "./launch-failure.ts";
import { ownerDatabaseUrl } from "./launch/owner-database.ts";
import { ENTRIES, runToEnd } from "./launch/program.ts";
import { logKeyFiles } from "./state/secrets.ts";
import { readText, stateFolderAt } from "./state/state-folder.ts";
import { LOG_NAMES, LOG_ORIGIN, SIGNATURE_TYPES, verifierKey, WITNESS_NAME } from "./state/verifier-key.ts";

await runScript("verify", async () => {
  const asked = process.argv.slice(2);
  process.exitCode = asked.includes("--log") ? await verifyLog(asked) : await verifyThisMachine(asked);
});

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
  const keys = logKeyFiles(state);
  const key = verifierKey(`${LOG_ORIGIN}/${log}`, SIGNATURE_TYPES.log, keys.transparencyPublicKeyFile);
  const witness = verifierKey(WITNESS_NAME, SIGNATURE_TYPES.witness, keys.witnessPublicKeyFile);
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
  const tool = join(ROOT, "control-plane", "verifier", "verify-log.mjs");
  const child = spawn(process.execPath, [tool, ...args], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 2));
  });
}
