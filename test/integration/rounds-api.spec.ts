import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SnapshotV1 } from "@socle/contracts";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let scene: ServedScene;
let socle: TestControlPlane;
let operator: SignedIn;
let colleague: SignedIn;
let declarant: SignedIn;
let culture: SignedIn;

beforeAll(async () => {
  scene = await servedScene(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  operator = await signedInAs(database, socle.origin, "ariane_operator", scene.ariane);
  colleague = await signedInAs(database, socle.origin, "ai_cell", scene.ariane);
  declarant = await signedInAs(database, socle.origin, "declarant", scene.economie);
  culture = await signedInAs(database, socle.origin, "declarant", scene.culture);
});
afterAll(() => socle?.stop());

type Fields = Record<string, unknown> & { id: string; version: number; state: string };
const ask = async (who: SignedIn, query: string): Promise<Fields> => {
  const { data, ...rest } = await who.graphql<{ result: Fields }>(query);
  if (data == null) throw new Error(JSON.stringify(rest));
  return data.result;
};
const REASON = `reason: "Décision du comité du 2 mars"`;
const ROUND = `{ __typename ... on AllocationRound { id state version proposedBy decidedBy solution { method gapPct inputsDigest } }
  ... on Refusal { code message } ... on GuardRefusal { conditions { code met message } } ... on InvalidInput { issues { path message } } }`;
const JOB = `{ __typename ... on RoundJob { id state progress } ... on Refusal { code message } }`;
const thisQuarter = (): string => {
  const now = new Date();
  return `${String(now.getFullYear())}Q${String(Math.floor(now.getMonth() / 3) + 1)}`;
};
const quarter = thisQuarter();

const open = (who: SignedIn, track: string, more = "") =>
  ask(
    who,
    `mutation { result: openRound(input: { track: ${track}, title: "Automne", quarters: ["${quarter}"],
       pools: [{ poolId: "${scene.poolId}", centsPerGpuHour: 250 }] ${more} }) ${ROUND} }`,
  );
const request = (who: SignedIn, roundId: string, organisationId: string, gpus: number, more = "") =>
  ask(
    who,
    `mutation { result: requestGpus(input: { roundId: "${roundId}", organisationId: "${organisationId}", title: "Courriers",
       gpuClasses: ["H100"], labels: ["internal"], score: 10, criticality: 2 ${more}
       asks: [{ low: 0, likely: ${String(gpus)}, high: 40, minUseful: ${String(Math.min(1, gpus))} }] })
     { __typename ... on RoundLine { id version } ... on Refusal { code message } ... on InvalidInput { issues { path message } } } }`,
  );
const step = (who: SignedIn, round: Fields, name: string) =>
  ask(
    who,
    `mutation { result: stepRound(input: { step: ${name}, roundId: "${round.id}", expectedVersion: ${String(round.version)},
       ${REASON} }) ${ROUND} }`,
  );
const present = (who: SignedIn, roundId: string) =>
  ask(
    who,
    `{ result: allocationRound(id: "${roundId}") ${ROUND.replace("__typename ... on AllocationRound { ", "").replace(/ \}\s*\.\.\. on Refusal[\s\S]*$/, " }")} }`,
  );
const job = (jobId: string) =>
  ask(
    operator,
    `{ result: roundJob(id: "${jobId}") { id state progress failure answer { method gapPct unlockGpus inputsDigest
       satisfaction { weighted classes { criticality asked granted leastMinistry } } grants { lineId gpus } } } }`,
  );
const finished = async (started: Fields): Promise<Fields> => {
  await vi.waitFor(async () => expect((await job(started.id)).state).not.toBe("RUNNING"), {
    timeout: 20_000,
    interval: 50,
  });
  return job(started.id);
};
const solve = (roundId: string) => ask(operator, `mutation { result: solveRound(roundId: "${roundId}") ${JOB} }`);
const lines = async (who: SignedIn, roundId: string) => {
  const { data } = await who.graphql<{ roundLines: { edges: { node: Fields }[] } }>(
    `{ roundLines(roundId: "${roundId}", first: 50) { edges { node { id title outcome version organisation { slug }
        placements { quarter poolId gpus }
        explanations { asked granted binding holders { moreUrgent sameClassOtherMinistry } unlock { kind gpus poolIds } } } } } }`,
  );
  return data?.roundLines.edges.map(({ node }) => node) ?? [];
};
/** A call with its requests, ready to be decided. */
async function inArbitration(requests: (roundId: string) => Promise<unknown>): Promise<Fields> {
  let round = await open(operator, "APPEL");
  await requests(round.id);
  round = await step(operator, round, "SUBMIT");
  round = await step(operator, round, "REVIEW");
  await ask(
    colleague,
    `mutation { result: giveRoundOpinion(input: { roundId: "${round.id}", verdict: FAVOURABLE, told: "Besoins mesurés." })
      { __typename ... on RoundOpinion { id } ... on Refusal { code } } }`,
  );
  return step(operator, round, "ARBITRATE");
}

describe("a call, from its opening to rights in force", () => {
  it("is solved, explained, amended, voted by two persons and enforced", async () => {
    let round = await inArbitration(async (id) => {
      expect(await request(declarant, id, scene.economie, 6)).toMatchObject({ __typename: "RoundLine" });
      expect(await request(culture, id, scene.culture, 6)).toMatchObject({ __typename: "RoundLine" });
      expect(await request(culture, id, scene.economie, 6)).toMatchObject({ code: "organisation.not_found" });
    });
    expect(round).toMatchObject({ state: "ARBITRATION" });
    const done = await finished(await solve(round.id));
    expect(done).toMatchObject({
      state: "DONE",
      progress: 1,
      failure: null,
      answer: { method: "LEXICOGRAPHIC", gapPct: 0 },
    });
    const decided = await lines(operator, round.id);
    expect(decided.map(({ organisation, outcome, explanations }) => ({ organisation, outcome, explanations }))).toEqual(
      expect.arrayContaining([
        {
          organisation: { slug: "economie" },
          outcome: "PARTIAL",
          explanations: [
            {
              ...{ asked: 6, granted: 4, binding: "CAPACITY" },
              holders: { moreUrgent: 0, sameClassOtherMinistry: 4 },
              unlock: { kind: "GPUS", gpus: 2, poolIds: [scene.poolId] },
            },
          ],
        },
      ]),
    );
    expect((await lines(culture, round.id)).map(({ organisation }) => organisation)).toEqual([{ slug: "culture" }]);

    const [first, second] = decided;
    const amend = (line: Fields | undefined, gpus: number) =>
      ask(
        operator,
        `mutation { result: amendRoundGrant(input: { lineId: "${line?.id ?? ""}", expectedVersion: ${String(line?.version)},
           quarter: "${quarter}", placements: [{ poolId: "${scene.poolId}", gpus: ${String(gpus)} }], ${REASON} })
         { __typename ... on RoundLine { outcome version amendedReason } ... on Refusal { code message }
           ... on GuardRefusal { conditions { code message } } } }`,
      );
    expect(await amend(first, 5)).toMatchObject({
      code: "round.constraint_unmet",
      conditions: [{ code: "round.pool_capacity" }],
    });
    expect(await amend(first, 7)).toMatchObject({ code: "round.constraint_unmet" });
    expect(await amend(second, 3)).toMatchObject({ outcome: "PARTIAL", amendedReason: "Décision du comité du 2 mars" });

    round = await present(operator, round.id);
    round = await step(operator, round, "PROPOSE");
    const vote = (who: SignedIn) =>
      ask(
        who,
        `mutation { result: decideRound(input: { roundId: "${round.id}", expectedVersion: ${String(round.version)},
           approve: true, ${REASON} }) ${ROUND} }`,
      );
    expect(await vote(operator)).toMatchObject({ __typename: "Forbidden", code: "round.same_person" });
    expect(await vote(declarant)).toMatchObject({ __typename: "Forbidden" });
    round = await vote(colleague);
    expect(round).toMatchObject({ state: "PARTIAL" });
    round = await step(operator, round, "ACTIVATE");
    expect(round).toMatchObject({ state: "ACTIVE" });

    const rights = await ask(operator, `{ result: pool(id: "${scene.poolId}") { allocations { nodeName nominal } } }`);
    expect(rights["allocations"]).toHaveLength(2);
    expect(rights["allocations"]).toEqual(
      expect.arrayContaining([expect.objectContaining({ nominal: 3 }), expect.objectContaining({ nominal: 4 })]),
    );
    const planned = await operator.graphql<{ roundRights: { nodeName: string; nodeId: string; nominal: number }[] }>(
      `{ roundRights(roundId: "${String(round["id"])}") { nodeName nodeId nominal } }`,
    );
    expect(planned.data?.roundRights.map(({ nominal }) => nominal).sort()).toEqual([3, 4]);
    for (const { nodeName, nodeId } of planned.data?.roundRights ?? []) expect(nodeName).not.toBe(nodeId);
    await vi.waitFor(async () => expect(await publishedNominals()).toEqual([3, 4]), { timeout: 10_000 });
  });

  const publishedNominals = (): Promise<number[]> =>
    database.write(systemActor("test"), async (ctx) => {
      const [row] = await rowsOf<{ payload: string }>(ctx, `SELECT payload FROM snapshot ORDER BY number DESC LIMIT 1`);
      const { allocations } = JSON.parse(row?.payload ?? "{}") as SnapshotV1;
      return allocations.map(({ nominal }) => nominal).sort();
    });
});

describe("beside a call", () => {
  const held = async (): Promise<number[]> => {
    const pool = await ask(operator, `{ result: pool(id: "${scene.poolId}") { allocations { nodeName nominal } } }`);
    return (pool["allocations"] as { nominal: number }[]).map(({ nominal }) => nominal).sort();
  };

  it("what if and unlock are computed on a copy: nothing changes", async () => {
    const round = await inArbitration(async (id) => {
      await request(declarant, id, scene.economie, 6);
      await request(culture, id, scene.culture, 6);
    });
    const before = await held();
    const whatIf = await ask(
      operator,
      `mutation { result: roundWhatIf(roundId: "${round.id}", change: { pools: [{ poolId: "${scene.poolId}", gpus: 4 }] }) ${JOB} }`,
    );
    const answered = await finished(whatIf);
    expect(answered).toMatchObject({ state: "DONE", answer: { satisfaction: { weighted: 1 } } });
    const line = (await lines(operator, round.id)).at(-1);
    const unlock = await ask(
      operator,
      `mutation { result: roundUnlock(input: { roundId: "${round.id}", lineId: "${line?.id ?? ""}", quarter: "${quarter}",
         poolId: "${scene.poolId}" }) ${JOB} }`,
    );
    expect(await finished(unlock)).toMatchObject({ state: "DONE", answer: { unlockGpus: 4 } });
    expect(await present(operator, round.id)).toMatchObject({ version: round.version, solution: null });
    expect(await lines(operator, round.id)).toMatchObject([{ outcome: null }, { outcome: null }]);
    expect(await held()).toEqual(before);
  });

  it("continu is granted by rule when it is small and fits, and waits for two persons when it does not", async () => {
    const validator = await signedInAs(database, socle.origin, "validator", scene.economie);
    let round = await open(declarant, "CONTINU", `organisationId: "${scene.economie}"`);
    expect(await open(culture, "CONTINU", `organisationId: "${scene.economie}"`)).toMatchObject({
      code: "organisation.not_found",
    });
    await request(declarant, round.id, scene.economie, 1);
    expect(await step(declarant, round, "SUBMIT")).toMatchObject({ __typename: "Forbidden" });
    const free = 8 - (await held()).reduce((sum, gpus) => sum + gpus, 0);
    round = await step(validator, round, "SUBMIT");
    expect(round).toMatchObject({ state: "GRANTED", decidedBy: expect.stringContaining("rule:") as unknown });
    const before = (await held()).reduce((sum, gpus) => sum + gpus, 0);
    expect(await step(operator, round, "ACTIVATE")).toMatchObject({ state: "ACTIVE" });
    expect((await held()).reduce((sum, gpus) => sum + gpus, 0)).toBe(before + 1);
    const greedy = await open(declarant, "CONTINU", `organisationId: "${scene.economie}"`);
    await request(declarant, greedy.id, scene.economie, free);
    expect(await step(validator, greedy, "SUBMIT")).toMatchObject({ state: "SUBMITTED" });
  });

  it("an emergency is for what is vital, ends within thirty days, and is looked back at by somebody else", async () => {
    const far = new Date(Date.now() + 31 * 86_400_000).toISOString();
    expect(await open(operator, "URGENCE", `expiresAt: "${far}"`)).toMatchObject({ code: "round.bad_dates" });
    let round = await open(operator, "URGENCE");
    expect(await request(declarant, round.id, scene.economie, 3)).toMatchObject({ code: "round.not_vital" });
    const vital = await ask(
      declarant,
      `mutation { result: requestGpus(input: { roundId: "${round.id}", organisationId: "${scene.economie}", title: "Crue",
         gpuClasses: ["H100"], labels: ["internal"], score: 10, criticality: 1,
         asks: [{ low: 0, likely: 2, high: 4, minUseful: 1 }] }) { __typename ... on RoundLine { id } ... on Refusal { code message } } }`,
    );
    expect(vital).toMatchObject({ __typename: "RoundLine" });
    round = await step(operator, round, "SUBMIT");
    round = await step(operator, round, "EXPEDITE");
    expect(["GRANTED", "PARTIAL", "REFUSED"]).toContain(round.state);
    expect(await step(operator, round, "LOOK_BACK")).toMatchObject({
      code: expect.stringMatching(/same_person|wrong_state/) as unknown,
    });
    if (round.state !== "REFUSED")
      expect(await step(colleague, round, "LOOK_BACK")).toMatchObject({ __typename: "AllocationRound" });
  });
});
