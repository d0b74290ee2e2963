import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCampaign, aNeed } from "../../../../test/builders/capacity.builder.js";
import { aRound, aRoundLine } from "../../../../test/builders/memory-rounds.js";
import type { CapacityNeed } from "../../capacity/index.js";
import { systemActor } from "../../kernel/actor.js";
import type { Context, GovernanceEventDraft, UseCaseRunner } from "../../kernel/use-case.js";
import type { Round } from "../domain/rounds/round.js";
import type { RoundLine } from "../domain/rounds/round-line.js";
import { decideRound } from "../use-cases/rounds/vote-round.use-case.js";
import { grantsDigest } from "../use-cases/rounds/round-instance.js";
import type { RoundPorts } from "./round-ports.js";

/** Campaigns and needs of the capacity room, as this suite sets and reads them. */
export interface NeedStore {
  insertCampaign(ctx: Context, campaign: ReturnType<typeof aCampaign>): Promise<unknown>;
  insertNeed(ctx: Context, need: CapacityNeed): Promise<unknown>;
  findNeeds(ctx: Context, ids: readonly string[]): Promise<readonly CapacityNeed[]>;
}

export interface NeedOutcomesWorld {
  readonly ports: RoundPorts;
  readonly needs: NeedStore;
  readonly runner: UseCaseRunner;
  readonly state: string;
  readonly ministry: string;
  newId(): string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** What the journal has on this need, oldest first. */
  eventsOf(
    needId: string,
  ): Promise<readonly { readonly useCase: string; readonly data: GovernanceEventDraft["data"] }[]>;
}

const VOTER = systemActor("voter");
const reason = "Décision du comité du 2 mars";
type Outcome = "granted" | "partial" | "refused";

/** What a vote must do to the campaign's needs, whatever keeps them. */
export function needOutcomesBehaviour(adapter: string, makeWorld: () => Promise<NeedOutcomesWorld>): void {
  describe(`needs told by a vote, on ${adapter}`, () => {
    let world: NeedOutcomesWorld;
    let ids: readonly [string, string, string];
    beforeAll(async () => {
      world = await makeWorld();
    });
    beforeEach(() => {
      ids = [world.newId(), world.newId(), world.newId()];
    });

    /** A campaign with three needs in these states. */
    const needsIn = (...states: readonly CapacityNeed["state"][]) =>
      world.run(async (ctx) => {
        const campaignId = world.newId();
        await world.needs.insertCampaign(ctx, aCampaign({ id: campaignId }));
        for (const [index, id] of ids.entries()) {
          const state = states[index] ?? "accepted";
          const of = { id, campaignId, organisationId: world.ministry, reference: `B-${String(index)}` };
          await world.needs.insertNeed(ctx, aNeed({ ...of, state }));
        }
      });
    /** A round in arbitration with a line for each need, put to the vote by somebody else. */
    const proposed = (fields: Partial<Round>, ...outcomes: readonly Outcome[]) =>
      world.run(async (ctx): Promise<Round> => {
        const id = world.newId();
        const lines = outcomes.map((outcome, index): RoundLine => {
          const of = { id: world.newId(), roundId: id, organisationId: world.ministry, ministryId: world.ministry };
          return aRoundLine({ ...of, needId: ids[index] ?? null, outcome });
        });
        const ordered = [...lines].sort((left, right) => (left.id < right.id ? -1 : 1));
        const proposal = { by: "proposer", at: new Date("2026-09-01T07:45:00Z"), grantsDigest: grantsDigest(ordered) };
        const round = aRound({ id, organisationId: world.state, state: "arbitration", proposal, ...fields });
        await world.ports.rounds.insert(ctx, round);
        for (const line of lines) await world.ports.rounds.insertLine(ctx, line);
        return round;
      });
    const vote = (round: Round, approve: boolean) =>
      world.runner.run(VOTER, decideRound(world.ports), {
        ...{ roundId: round.id, expectedVersion: round.version, approve, reason },
      });
    const statesNow = () =>
      world.run(async (ctx) => {
        const found = await world.needs.findNeeds(ctx, ids);
        return ids.map((id) => found.find((need) => need.id === id)?.state);
      });

    it("marks each matched, partly matched or unmet, with an entry of its own in the journal", async () => {
      await needsIn();
      const round = await proposed({}, "granted", "partial", "refused");
      expect(await vote(round, true)).toMatchObject({ value: { state: "partial" } });
      expect(await statesNow()).toEqual(["matched", "partially_matched", "unmet"]);
      const verbs = ["capacity.match-need", "capacity.match-partially-need", "capacity.leave-unmet-need"];
      for (const [index, id] of ids.entries())
        expect(await world.eventsOf(id)).toMatchObject([
          {
            useCase: verbs[index],
            data: { before: { state: "accepted", version: 1 }, after: { version: 2 }, reason, roundId: round.id },
          },
        ]);
    });

    it("says nothing to them when it rejects", async () => {
      await needsIn();
      expect(await vote(await proposed({}, "granted", "partial", "refused"), false)).toMatchObject({ ok: true });
      expect(await statesNow()).toEqual(["accepted", "accepted", "accepted"]);
    });

    it("is refused, and changes none, when one of them may not be told", async () => {
      await needsIn("accepted", "accepted", "returned");
      const round = await proposed({}, "granted", "partial", "refused");
      expect(await vote(round, true)).toMatchObject({
        refusal: { kind: "GuardRefusal", code: "submission.state" },
      });
      expect(await statesNow()).toEqual(["accepted", "accepted", "returned"]);
      expect(await world.run((ctx) => world.ports.rounds.find(ctx, round.id))).toMatchObject({ state: "arbitration" });
      for (const id of ids) expect(await world.eventsOf(id)).toEqual([]);
    });

    it("only ever raises them when the round adds to what they have", async () => {
      await needsIn("partially_matched", "matched", "unmet");
      expect(await vote(await proposed({ track: "continu" }, "refused", "partial", "granted"), true)).toMatchObject({
        ok: true,
      });
      expect(await statesNow()).toEqual(["partially_matched", "matched", "matched"]);
    });

    it("lowers them when the call decides anew", async () => {
      await needsIn("matched", "matched", "matched");
      await vote(await proposed({}, "granted", "partial", "refused"), true);
      expect(await statesNow()).toEqual(["matched", "partially_matched", "unmet"]);
    });
  });
}
