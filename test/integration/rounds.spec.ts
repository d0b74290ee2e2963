import { describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { pgCapacityPorts } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity-ports.js";
import { aCampaign, aNeed } from "../builders/capacity.builder.js";
import { aRound, aRoundLine } from "../builders/memory-rounds.js";
import { servedScene } from "../builders/served-scene.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { needOutcomesBehaviour } from "../../control-plane/src/allocation/ports/need-outcomes.behaviour.js";
import { decideRound } from "../../control-plane/src/allocation/use-cases/rounds/vote-round.use-case.js";
import { roundStoresBehaviour } from "../../control-plane/src/allocation/ports/round-stores.behaviour.js";
import type { RoundPorts } from "../../control-plane/src/allocation/ports/round-ports.js";
import { grantsDigest } from "../../control-plane/src/allocation/use-cases/rounds/round-instance.js";
import { pgRoundPorts } from "../../control-plane/src/allocation/rounds.composition.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { useDatabase } from "../fakes/database.js";
import { runnerOn } from "../fakes/run-on.js";
import { asOwner } from "../fakes/owner-statements.js";

const db = useDatabase();
const sceneDb = useDatabase();
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => db.write(systemActor("test"), work);

roundStoresBehaviour("PostgreSQL", async () => {
  await asOwner(db, "TRUNCATE round_job, round_opinion, round_line, allocation, allocation_round");
  const { state, ministry } = await run(async (ctx) => {
    const root = await stateOrganisation(ctx);
    return { state: root, ministry: await insertOrganisation(ctx, root) };
  });
  return { state, ministry, ports: pgRoundPorts, run };
});

const capacity = pgCapacityPorts();
const stateOfNeeds = (ids: readonly string[]) =>
  run(async (ctx) => (await capacity.needs.findMany(ctx, ids)).map(({ state, version }) => ({ state, version })));

needOutcomesBehaviour("PostgreSQL", async () => {
  const { state, ministry } = await run(async (ctx) => {
    const root = await stateOrganisation(ctx);
    return { state: root, ministry: await insertOrganisation(ctx, root) };
  });
  return {
    ...{ ports: pgRoundPorts, runner: runnerOn(db), state, ministry, run, newId: () => systemIds.next() },
    needs: {
      insertCampaign: (ctx, campaign) => capacity.campaigns.insert(ctx, campaign, null),
      insertNeed: (ctx, need) => capacity.needs.insert(ctx, need, null),
      findNeeds: (ctx, ids) => capacity.needs.findMany(ctx, ids),
    },
    eventsOf: (needId) =>
      run((ctx) =>
        rowsOf(
          ctx,
          `SELECT use_case AS "useCase", data FROM governance_event WHERE subject_id = $1 AND subject_type = 'CapacityNeed'
           ORDER BY id`,
          [needId],
        ),
      ),
  };
});

describe("a vote that breaks off after the needs were told", () => {
  it("leaves every need and the round as they were", async () => {
    const { state, ministry } = await run(async (ctx) => {
      const root = await stateOrganisation(ctx);
      return { state: root, ministry: await insertOrganisation(ctx, root) };
    });
    const [campaignId, needId, id] = [systemIds.next(), systemIds.next(), systemIds.next()];
    const of = { organisationId: ministry, campaignId };
    const line = aRoundLine({ id: systemIds.next(), roundId: id, ...of, ministryId: ministry, needId });
    const proposal = { by: "proposer", at: new Date(), grantsDigest: grantsDigest([line]) };
    const round = aRound({ id, organisationId: state, state: "arbitration", proposal });
    await run(async (ctx) => {
      await capacity.campaigns.insert(ctx, aCampaign({ id: campaignId }), null);
      await capacity.needs.insert(ctx, aNeed({ id: needId, ...of, state: "accepted" }), null);
      await pgRoundPorts.rounds.insert(ctx, round);
      await pgRoundPorts.rounds.insertLine(ctx, line);
    });
    const told: string[] = [];
    const breaking: RoundPorts = {
      ...pgRoundPorts,
      rounds: Object.assign(Object.create(pgRoundPorts.rounds) as RoundPorts["rounds"], {
        update: async (ctx: Context) => {
          told.push(...(await capacity.needs.findMany(ctx, [needId])).map((need) => need.state));
          throw new Error("the connection broke off");
        },
      }),
    };
    const input = {
      roundId: id,
      expectedVersion: round.version,
      approve: true,
      reason: "Décision du comité du 2 mars",
    };
    await expect(runnerOn(db).run(systemActor("voter"), decideRound(breaking), input)).rejects.toThrow("broke off");
    expect(told).toEqual(["partially_matched"]);
    expect(await stateOfNeeds([needId])).toEqual([{ state: "accepted", version: 1 }]);
    expect(await run((ctx) => pgRoundPorts.rounds.find(ctx, id))).toMatchObject({ state: "arbitration" });
    const entries = await run((ctx) =>
      rowsOf(ctx, "SELECT 1 FROM governance_event WHERE subject_id = ANY ($1::text[])", [[needId, id]]),
    );
    expect(entries).toEqual([]);
  });
});

describe("needs of a campaign", () => {
  it("come as its reviewed consolidation sized them, with their use case", async () => {
    const scene = await servedScene(sceneDb);
    const [campaignId, needId, consolidationId] = [systemIds.next(), systemIds.next(), systemIds.next()];
    const sized = (quarter: string, likely: number) =>
      `INSERT INTO consolidation_need VALUES ('${consolidationId}', '${scene.dgfip}', '${needId}', '${quarter}', 'B-001',
         'H100-80GB', 'non_protege', 2, 1, ${String(likely)}, 9, 2, 0, ${String(likely)}, 'estimated', 'sizing/1')`;
    await sceneDb.write(systemActor("test"), async (ctx) => {
      const capacity = pgCapacityPorts();
      await capacity.campaigns.insert(ctx, aCampaign({ id: campaignId }), null);
      const need = aNeed({
        id: needId,
        campaignId,
        organisationId: scene.dgfip,
        state: "accepted",
        useCase: "courrier",
      });
      await capacity.needs.insert(ctx, need, null);
      await rowsOf(
        ctx,
        `INSERT INTO consolidation (id, campaign_id, state, progress, input_digest, report_digest, requested_by, requested_at,
           supplier, version)
         VALUES ($1, $2, 'reviewed', 1, repeat('a', 64), repeat('b', 64), 'test', now(), '{}', 1)`,
        [consolidationId, campaignId],
      );
      for (const statement of [sized("2026Q4", 3), sized("2027Q1", 4)]) await rowsOf(ctx, statement);
    });
    const read = (id: string) =>
      sceneDb.write(systemActor("test"), (ctx) => pgRoundPorts.campaignNeeds.ofConsolidation(ctx, id));
    expect(await read(systemIds.next())).toBeNull();
    expect(await read(consolidationId)).toMatchObject([
      {
        ...{ needId, organisationId: scene.dgfip, useCaseId: scene.useCaseId, title: "Assistant de rédaction" },
        ...{ gpuType: "H100-80GB", labels: ["internal"], criticality: 2, declaredBy: "declarant" },
        quarters: {
          "2026Q4": { low: 1, likely: 3, high: 9, minUseful: 2 },
          "2027Q1": { low: 1, likely: 4, high: 9, minUseful: 2 },
        },
      },
    ]);
  });
});
