import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";

/** What the witness service is told: its own key and state, and the logs it watches. */
export interface WitnessConfig {
  readonly host: string;
  readonly port: number;
  /** The witness's name in its cosignatures. */
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly stateDir: string;
  /** Verifier keys of the logs, `name+id+key`. */
  readonly logKeys: readonly string[];
}

/** The witness's settings; exits with one line per problem, names only. */
export function loadWitnessConfig(env: Readonly<Record<string, string | undefined>> = process.env): WitnessConfig {
  const problems: string[] = [];
  const text = (name: string, fallback?: string): string => {
    const value = env[name] ?? fallback;
    if (value === undefined || value === "") problems.push(`${name}: is required`);
    return value ?? "";
  };
  const port = Number(text("SOCLE_WITNESS_PORT", "0"));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push("SOCLE_WITNESS_PORT: is not a port");
  const privateKey = keyOf(text("SOCLE_WITNESS_KEY_FILE"), problems);
  const rest = {
    host: text("SOCLE_WITNESS_HOST", "127.0.0.1"),
    name: text("SOCLE_WITNESS_NAME"),
    stateDir: text("SOCLE_WITNESS_STATE_DIR"),
    logKeys: text("SOCLE_WITNESS_LOG_KEYS").split(","),
  };
  if (privateKey !== null && problems.length === 0) return { ...rest, port, privateKey };
  console.error(problems.join("\n"));
  process.exit(1);
}

function keyOf(path: string, problems: string[]): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(path, "utf8"));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // The one line below covers a file that is absent, unreadable or not a key.
  }
  problems.push("SOCLE_WITNESS_KEY_FILE: is not a readable Ed25519 key in PEM");
  return null;
}
