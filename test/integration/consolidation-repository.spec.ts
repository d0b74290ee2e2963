import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { PgConsolidationRepository } from "../../control-plane/src/capacity/adapters/postgres/consolidation/pg-consolidation.repository.js";
import {
  consolidationRepositoryBehaviour,
  smallState,
  type ConsolidationWorld,
} from "../../control-plane/src/capacity/ports/consolidation/consolidation-repository.behaviour.js";
import { consolidationCommentsBehaviour } from "../../control-plane/src/capacity/ports/consolidation/consolidation-comments.behaviour.js";
import { PgConsolidationComments } from "../../control-plane/src/capacity/adapters/postgres/consolidation/pg-consolidation.comments.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { aConsolidation } from "../builders/consolidation.builder.js";
import { stateOrganisation } from "../builders/organisation.rows.js";
import { plantState } from "../builders/state-rows.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";

const db = useDatabase();
const system = systemActor("test");

let planted = false;
async function makeWorld(): Promise<ConsolidationWorld> {
  if (!planted) await db.write(system, async (ctx) => plantState(ctx, await stateOrganisation(ctx), smallState));
  planted = true;
  await asOwner(
    db,
    "TRUNCATE consolidation_need, consolidation_cell, consolidation_report, consolidation_comment, consolidation",
  );
  return { consolidations: new PgConsolidationRepository(), run: (work) => db.write(system, work) };
}

consolidationRepositoryBehaviour("PostgreSQL", makeWorld);

consolidationCommentsBehaviour("PostgreSQL", async () => {
  const { consolidations, ...world } = await makeWorld();
  const [one, other] = [systemIds.next(), systemIds.next()];
  await world.run(async (ctx) => {
    const campaignId = smallState.campaign.id;
    await consolidations.insert(ctx, aConsolidation({ id: one, campaignId }));
    await consolidations.update(ctx, aConsolidation({ id: one, campaignId, state: "cancelled", version: 2 }));
    await consolidations.insert(ctx, aConsolidation({ id: other, campaignId }));
  });
  return {
    comments: new PgConsolidationComments(),
    consolidationIds: [one, other] as const,
    run: (work) => world.run(work),
  };
});
