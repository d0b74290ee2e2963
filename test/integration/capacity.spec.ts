import { describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { CampaignWatch } from "../../control-plane/src/capacity/adapters/jobs/campaign-watch.js";
import { PgCampaignProgress } from "../../control-plane/src/capacity/adapters/postgres/pg-campaign.progress.js";
import { pgCapacityPorts } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity-ports.js";
import { PgFindingStore } from "../../control-plane/src/capacity/adapters/postgres/pg-finding.store.js";
import { capacityPortsBehaviour } from "../../control-plane/src/capacity/ports/capacity-ports.behaviour.js";
import { changeLines } from "../../control-plane/src/capacity/use-cases/declarations/change-lines.use-case.js";
import { createDeclaration } from "../../control-plane/src/capacity/use-cases/declarations/create-declaration.use-case.js";
import { createNeed } from "../../control-plane/src/capacity/use-cases/needs/create-need.use-case.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { aCampaign, lineCells, needCells } from "../builders/capacity.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";
import { runnerOn } from "../fakes/run-on.js";

const database = useDatabase();
const system = systemActor("test");
const ports = pgCapacityPorts();
let planted: SampleTree | undefined;
const tree = async (): Promise<SampleTree> => (planted ??= await plantTree(database));

capacityPortsBehaviour("PostgreSQL", async () => ({
  ports,
  tree: await tree(),
  newId: () => systemIds.next(),
  run: (work) => database.write(system, work),
}));

const cells = (of: ReadonlyMap<string, string>) => [...of].map(([field, value]) => ({ field, value }));

describe("a declaration edited by two people at once", () => {
  it("takes one of the two, and tells the other which version stands", async () => {
    const { economie } = await tree();
    const campaign = aCampaign({ id: systemIds.next(), closesAt: new Date("2040-01-01T00:00:00Z") });
    await database.write(system, (ctx) => ports.campaigns.insert(ctx, campaign, null));
    const declarant = (id: string): PersonActor => ({
      ...{ kind: "person", id, name: id, contractor: false, mfa: true },
      memberships: [{ organisationId: economie, role: "declarant" }],
    });
    const runner = runnerOn(database);
    const created = await runner.run(declarant("camille"), createDeclaration(ports), {
      ...{ campaignId: campaign.id, organisationId: economie },
    });
    if (!created.ok) throw new Error(created.refusal.message);
    const { id, version } = created.value;
    const edit = (who: string, gpuCount: string) =>
      runner.run(declarant(who), changeLines(ports), {
        ...{ id, expectedVersion: version, put: [{ cells: cells(lineCells({ gpuCount })) }], remove: [] },
      });
    const answers = await Promise.all([edit("camille", "8"), edit("dominique", "16")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = answers.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ refusal: { kind: "Conflict", code: "declaration.changed" } });
    const later = await edit("dominique", "16");
    expect(later).toMatchObject({ refusal: { code: "declaration.changed" } });
    expect(later.ok ? "" : later.refusal.message).toContain(`version ${String(version + 1)} stands since`);
    const kept = await database.write(system, (ctx) => ports.declarations.find(ctx, id));
    const winner =
      answers[0]?.ok === true ? { gpuCount: 8, declaredBy: "camille" } : { gpuCount: 16, declaredBy: "dominique" };
    expect(kept).toMatchObject({ ...winner, version: version + 1, lineCount: 1 });
  });
});

describe("a campaign's dates", () => {
  it("remind a ministry once of what it lacks, and close the campaign when its end has passed", async () => {
    const { economie, culture } = await tree();
    const soon = new Date(Date.now() + 2 * 86_400_000);
    const campaign = aCampaign({ id: systemIds.next(), closesAt: soon, scope: [economie, culture], reminderDays: [7] });
    const over = aCampaign({ id: systemIds.next(), closesAt: new Date(Date.now() - 1000) });
    await database.write(system, async (ctx) => {
      for (const each of [campaign, over]) await ports.campaigns.insert(ctx, each, null);
    });
    const progress = new PgCampaignProgress();
    const watch = new CampaignWatch(runnerOn(database), { ...ports, progress, findings: new PgFindingStore() });
    await Promise.all([watch.run(turn), watch.run(turn)]);
    await watch.run(turn);
    const reminders = await database.write(system, (ctx) =>
      rowsOf(ctx, "SELECT organisation_id, days, missing FROM campaign_reminder WHERE campaign_id = $1 ORDER BY 1", [
        campaign.id,
      ]),
    );
    const missing = ["declaration.none", "need.none"];
    expect(reminders).toEqual(
      [economie, culture].sort().map((organisation_id) => ({ organisation_id, days: 7, missing })),
    );
    expect(await database.write(system, (ctx) => ports.campaigns.find(ctx, over.id))).toMatchObject({
      state: "closed",
    });
  });

  it("hold whatever the state says: a need after the end is refused", async () => {
    const { economie } = await tree();
    const over = aCampaign({ id: systemIds.next(), closesAt: new Date(Date.now() - 1000) });
    await database.write(system, (ctx) => ports.campaigns.insert(ctx, over, null));
    const declarant: PersonActor = {
      ...{ kind: "person", id: systemIds.next(), name: "Camille", contractor: false, mfa: true },
      memberships: [{ organisationId: economie, role: "declarant" }],
    };
    const asked = { campaignId: over.id, organisationId: economie };
    const late = await runnerOn(database).run(declarant, createNeed(ports), { ...asked, cells: cells(needCells()) });
    expect(late).toMatchObject({ ok: false, refusal: { code: "campaign.open" } });
    const unknown = { ...asked, cells: cells(needCells({ useCase: "nobody-s" })) };
    expect(await runnerOn(database).run(declarant, createNeed(ports), unknown)).toMatchObject({
      ok: false,
      refusal: { kind: "InvalidInput", issues: [{ path: "cells.useCase" }] },
    });
  });
});
