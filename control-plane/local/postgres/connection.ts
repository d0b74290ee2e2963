import pg from "pg";
import { LaunchFailure } from "../launch-failure.ts";

export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export async function canConnect(settings: ConnectionSettings): Promise<boolean> {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function urlOf({ host, port, user, password, database }: ConnectionSettings): string {
  const url = new URL(`postgres://${host}:${port}/${encodeURIComponent(database)}`);
  url.username = user;
  url.password = password;
  return url.toString();
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers at its host and port",
  ENOTFOUND: "its host has no address",
  EAI_AGAIN: "its host has no address",
  EHOSTUNREACH: "its host cannot be reached",
  ETIMEDOUT: "its host does not answer",
  "28P01": "the server refuses the user or the password",
  "28000": "the server refuses the user",
  "3D000": "the server has no such database",
};

/** A connected client of `DATABASE_URL`, or one line that says what is wrong with it; never the URL itself. */
export async function connect(url: string): Promise<pg.Client> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new LaunchFailure("DATABASE_URL must be postgres://user:password@host:port/database");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new LaunchFailure(`DATABASE_URL: ${reasonOf(error)}`);
  }
  return client;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : REASONS[code];
  if (known !== undefined) return known;
  return /timeout/i.test(message) ? "its host does not answer" : `the connection failed (${code ?? message})`;
}
