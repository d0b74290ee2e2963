import pg from "pg";
import { LaunchFailure } from "../launch-failure.ts";
import { connect } from "./connection.ts";

const GROUP = "socle_app";

/** In the embedded server: a role that owns the data base and may make roles, but is no superuser. */
export async function prepareOwner(
  administratorUrl: string,
  password: string,
): Promise<{ user: string; database: string }> {
  const owner = { user: "socle_owner", database: "socle" };
  await withClient(administratorUrl, async (client) => {
    const verb = (await roleExists(client, owner.user)) ? "ALTER" : "CREATE";
    await client.query(
      `${verb} ROLE ${owner.user} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
    );
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [owner.database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${owner.database} OWNER ${owner.user}`);
  });
  return owner;
}

/** The deployables' own role: a member of the group that the migrations grant to, never the owner. */
export async function prepareApplicationRole(ownerUrl: string, password: string): Promise<string> {
  const database = new URL(ownerUrl).pathname.slice(1) || "socle";
  const user = `${GROUP}_${database}`.replaceAll(/[^a-z0-9_]/gi, "_").slice(0, 63);
  await withClient(ownerUrl, async (client) => {
    try {
      // A new role has neither superuser nor bypass rights; saying so again is for superusers only.
      const verb = (await roleExists(client, user)) ? "ALTER" : "CREATE";
      await client.query(`${verb} ROLE ${user} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
      await client.query(`GRANT ${GROUP} TO ${user}`);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501") throw error;
      throw new LaunchFailure("DATABASE_URL: its role may not make roles; grant it CREATEROLE");
    }
  });
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = password;
  return url.toString();
}

async function roleExists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  return rowCount !== 0;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await connect(url);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
