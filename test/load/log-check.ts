import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { logKeyFiles } from "../../control-plane/local/state/secrets.ts";
import { stateFolderAt } from "../../control-plane/local/state/state-folder.ts";
import {
  LOG_NAMES,
  LOG_ORIGIN,
  SIGNATURE_TYPES,
  verifierKey,
  WITNESS_NAME,
} from "../../control-plane/local/state/verifier-key.ts";

type Say = (line: string) => void;
type LogName = (typeof LOG_NAMES)[number];

interface Verdict {
  readonly ok: boolean;
  readonly verdict?: string;
  readonly why?: string;
  readonly size?: number;
}

const VERIFIER = fileURLToPath(new URL("../../control-plane/verifier/verify-log.mjs", import.meta.url));

/** Both logs verify with their witness; a copy in which one byte differs does not. */
export async function checkLogs(home: string, say: Say): Promise<void> {
  const state = stateFolderAt(join(home, "state"));
  for (const name of LOG_NAMES) {
    const copy = mkdtempSync(join(tmpdir(), "socle-log-"));
    try {
      cpSync(join(state.transparency, name), copy, { recursive: true });
      const sound = await verify(state, name, copy);
      if (!sound.ok) throw new Error(`log ${name} does not verify: ${sound.why ?? JSON.stringify(sound)}`);
      say(`log ${name}, ${sound.size ?? "?"} entries: verified with its witness`);
      flipOneByte(copy);
      const forged = await verify(state, name, copy);
      if (forged.ok) throw new Error(`log ${name} still verifies with a byte changed`);
      say(`log ${name} with one byte changed: ${forged.verdict ?? "refused"}: ${forged.why ?? ""}`);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }
}

async function verify(state: ReturnType<typeof stateFolderAt>, name: LogName, folder: string): Promise<Verdict> {
  const keys = logKeyFiles(state);
  const key = verifierKey(`${LOG_ORIGIN}/${name}`, SIGNATURE_TYPES.log, keys.transparencyPublicKeyFile);
  const witness = verifierKey(WITNESS_NAME, SIGNATURE_TYPES.witness, keys.witnessPublicKeyFile);
  const child = spawn(process.execPath, [VERIFIER, "--log", folder, "--key", key, "--witness", witness]);
  let printed = "";
  for await (const piece of child.stdout) printed += String(piece);
  return JSON.parse(printed) as Verdict;
}

/** In the middle of the longest file of entries: shorter ones are parts of it that no checkpoint speaks of any more. */
function flipOneByte(folder: string): void {
  const [file] = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes(join("tile", "entries")))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((left, right) => statSync(right).size - statSync(left).size);
  if (file === undefined) throw new Error("the log has no entries");
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
