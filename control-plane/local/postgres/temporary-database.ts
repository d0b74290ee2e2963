import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENTRIES, runToEnd } from "../launch/program.ts";
import { ADMINISTRATOR, clusterPlan, outsidePlace, prepareCluster } from "./cluster.ts";
import { urlOf } from "./connection.ts";
import { prepareOwner } from "./roles.ts";
import { SupervisedProcess } from "../processes/supervised-process.ts";
import { Ports } from "../state/ports.ts";
import { prepareStateFolder } from "../state/state-folder.ts";

const PASSWORD = "temporary";
const silent = { changed: () => undefined, say: () => undefined };

/** Runs `work` with the owner's URL of a migrated, empty data base that goes away afterwards. */
export async function withTemporaryDatabase(work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "socle-gen-"));
  chmodSync(folder, 0o755);
  const state = prepareStateFolder(join(folder, "state"));
  const cluster = prepareCluster(state, PASSWORD, () => undefined);
  const port = await new Ports(state).any("postgres");
  const postgres = new SupervisedProcess(
    clusterPlan(cluster, port, PASSWORD, join(state.logs, "postgres.log")),
    silent,
  );
  try {
    await postgres.start();
    const place = { host: "127.0.0.1", port, password: PASSWORD };
    const owner = await prepareOwner(urlOf({ ...place, user: ADMINISTRATOR, database: "postgres" }), PASSWORD);
    const url = urlOf({ ...place, ...owner });
    await runToEnd(ENTRIES.migrate, [], { DATABASE_URL: url });
    await work(url);
  } finally {
    await postgres.stop();
    const outside = outsidePlace(state);
    for (const path of outside === null ? [folder] : [folder, outside]) rmSync(path, { recursive: true, force: true });
  }
}
