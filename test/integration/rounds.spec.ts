import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { roundStoresBehaviour } from "../../control-plane/src/allocation/ports/round-stores.behaviour.js";
import { pgRoundPorts } from "../../control-plane/src/allocation/rounds.composition.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";

const db = useDatabase();
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => db.write(systemActor("test"), work);

roundStoresBehaviour("PostgreSQL", async () => {
  await asOwner(db, "TRUNCATE round_job, round_opinion, round_line, allocation, allocation_round");
  const { state, ministry } = await run(async (ctx) => {
    const root = await stateOrganisation(ctx);
    return { state: root, ministry: await insertOrganisation(ctx, root) };
  });
  return { state, ministry, ports: pgRoundPorts, run };
});
