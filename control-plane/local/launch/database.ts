import { join } from "node:path";
import type { Settings } from "../config/settings.ts";
import { ADMINISTRATOR, clusterPlan, prepareCluster } from "../postgres/cluster.ts";
import { connect, urlOf } from "../postgres/connection.ts";
import { prepareApplicationRole, prepareOwner } from "../postgres/roles.ts";
import type { SupervisedProcess } from "../processes/supervised-process.ts";
import type { ProcessPlan } from "../processes/supervised-process.ts";
import type { Ports } from "../state/ports.ts";
import type { Secrets } from "../state/secrets.ts";
import { writePrivate, type StateFolder } from "../state/state-folder.ts";
import { ENTRIES, runToEnd } from "./program.ts";

export interface Database {
  /** The deployables' URL: a role that owns nothing. */
  readonly applicationUrl: string;
  readonly process: SupervisedProcess | null;
}

/** A running, migrated data base: the server of `DATABASE_URL`, or the embedded one. */
export async function openDatabase(
  settings: Settings,
  state: StateFolder,
  secrets: Secrets,
  ports: Ports,
  start: (plan: ProcessPlan) => Promise<SupervisedProcess>,
  say: (line: string) => void,
): Promise<Database> {
  if (settings.databaseUrl !== null) {
    await (await connect(settings.databaseUrl)).end();
    return { applicationUrl: await migrated(settings.databaseUrl, secrets), process: null };
  }
  const cluster = prepareCluster(state, secrets.databaseOwnerPassword, say);
  const port = await ports.any("postgres");
  const password = secrets.databaseOwnerPassword;
  const postgres = await start(clusterPlan(cluster, port, password, join(state.logs, "postgres.log")));
  const place = { host: "127.0.0.1", port, password };
  const owner = await prepareOwner(urlOf({ ...place, user: ADMINISTRATOR, database: "postgres" }), password);
  const ownerUrl = urlOf({ ...place, ...owner });
  writePrivate(state.file("database-owner.url"), `${ownerUrl}\n`);
  return { applicationUrl: await migrated(ownerUrl, secrets), process: postgres };
}

async function migrated(ownerUrl: string, secrets: Secrets): Promise<string> {
  await runToEnd(ENTRIES.migrate, [], { DATABASE_URL: ownerUrl });
  return prepareApplicationRole(ownerUrl, secrets.databaseApplicationPassword);
}
