import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { USAGE_PATH, type RequestRecordV1 } from "@socle/contracts";
import { aRecord } from "../builders/request-record.builder.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const NOON = Date.UTC(2026, 2, 10, 11);
let scene: ServedScene;
let socle: TestControlPlane;
let people: Record<"auditor" | "committee" | "economie" | "culture", SignedIn>;

beforeAll(async () => {
  scene = await servedScene(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const signIn = (role: Parameters<typeof signedInAs>[2], organisation: string) =>
    signedInAs(database, socle.origin, role, organisation);
  people = {
    auditor: await signIn("auditor", scene.etat),
    committee: await signIn("committee", scene.etat),
    economie: await signIn("declarant", scene.economie),
    culture: await signIn("declarant", scene.culture),
  };
});
afterAll(() => socle?.stop());

const path = () => ({ organisationId: scene.dgfip, useCaseId: scene.useCaseId, applicationId: scene.applicationId });
const served = (sequence: number): RequestRecordV1 =>
  aRecord(sequence, { ...path(), at: NOON + sequence }, { ...path(), poolId: scene.poolId });
const refused = (sequence: number): RequestRecordV1 =>
  aRecord(
    sequence,
    {
      ...path(),
      at: NOON + sequence,
      outcome: "refused",
      code: "pool.none_eligible",
      status: 503,
      labels: ["health"],
      endpoint: null,
      pools: [
        {
          poolId: scene.poolId,
          eligible: false,
          reasons: [
            {
              rule: "data-protection/health-not-accepted",
              version: 1,
              effect: "deny",
              code: "label.health_not_accepted",
            },
            { rule: "security/dr-accredited", version: 1, effect: "deny", code: "dr.not", silenced: "shadow" },
          ],
        },
      ],
    },
    null,
  );
const ship = (records: readonly unknown[], replica = "r1") =>
  internalCall(socle, replica, USAGE_PATH, { replica: "r1", epoch: 1, records });

describe("usage over the internal endpoint", () => {
  it("is counted once, in the records and in the report of each reader's part", async () => {
    const batch = [served(1), served(2), refused(3)];
    expect(await ship(batch)).toEqual({ status: 200, body: { highWater: 3 } });
    expect(await ship(batch)).toEqual({ status: 200, body: { highWater: 3 } });
    const report = `{ usage(from: "2026-03-10T00:00:00Z", to: "2026-03-11T00:00:00Z") {
      rows { day groupName totals { requests refused inputTokens costEuro } } totals { requests outputTokens } upTo } }`;
    const expected = {
      usage: {
        rows: [
          {
            day: "2026-03-10",
            groupName: "economie",
            totals: { requests: 3, refused: 1, inputTokens: 200, costEuro: 0.00011 },
          },
        ],
        totals: { requests: 3, outputTokens: 40 },
        upTo: new Date(NOON + 3).toISOString(),
      },
    };
    for (const who of ["auditor", "committee", "economie"] as const) {
      expect((await people[who].graphql(report)).data).toEqual(expected);
    }
    expect((await people.culture.graphql(report)).data).toEqual({
      usage: { rows: [], totals: { requests: 0, outputTokens: 0 }, upTo: null },
    });
    const useCase = await people.economie.graphql(
      `{ useCase(id: "${scene.useCaseId}") { usage(from: "2026-03-10T00:00:00Z", to: "2026-03-10T12:00:00Z") { requests } } }`,
    );
    expect(useCase.data).toEqual({ useCase: { usage: { requests: 3 } } });
  });

  it("names the record at fault, the sequence expected, and refuses another replica's records", async () => {
    const wrong = { ...served(5), usage: { ...served(5).usage, quantities: { inputTokens: 1.5 } } };
    expect(await ship([served(4), wrong])).toMatchObject({
      status: 400,
      body: { code: "usage.malformed", sequence: 5 },
    });
    expect(await ship([served(9)])).toMatchObject({ status: 409, body: { code: "usage.gap", expected: 4 } });
    expect(await ship([served(4)], "r2")).toMatchObject({ status: 403 });
    expect(await internalCall(socle, "r1", USAGE_PATH, '{"replica":')).toMatchObject({ status: 400 });
  });
});

describe("requests over GraphQL", () => {
  const page = (
    more: string,
  ) => `{ requests(first: 2${more}) { edges { node { id useCaseName applicationName modelName poolName
    organisation { slug } outcome code inputTokens } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly requests: {
      readonly edges: readonly { readonly node: Record<string, unknown> }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }

  it("are paged newest first with names, for those who may see them", async () => {
    const first = (await people.economie.graphql<Page>(page(""))).data?.requests;
    expect(first?.edges.map(({ node }) => node)).toEqual([
      {
        id: "r1-1-3",
        useCaseName: "Courrier clair",
        applicationName: "Courrier web",
        modelName: "small",
        poolName: null,
        organisation: { slug: "dgfip" },
        outcome: "refused",
        code: "pool.none_eligible",
        inputTokens: null,
      },
      {
        id: "r1-1-2",
        useCaseName: "Courrier clair",
        applicationName: "Courrier web",
        modelName: "small",
        poolName: "Nubo",
        organisation: { slug: "dgfip" },
        outcome: "served",
        code: null,
        inputTokens: 100,
      },
    ]);
    const after = first?.pageInfo.endCursor ?? "";
    const second = (await people.economie.graphql<Page>(page(`, after: "${after}"`))).data?.requests;
    expect(second?.edges.map(({ node }) => node["id"])).toEqual(["r1-1-1"]);
    expect(second?.pageInfo.hasNextPage).toBe(false);
    for (const who of ["culture", "committee"] as const) {
      expect((await people[who].graphql<Page>(page(""))).data?.requests.edges).toEqual([]);
    }
    const bad = await people.economie.graphql(page(', after: "nonsense"'));
    expect(bad.status).toBe(400);
  });

  it("are explained with the rules' words, their legal ground and what to do", async () => {
    const query = `{ decision(id: "r1-1-3") { labels summary { id } stages { name ms } endpoint { url }
      pools { poolName eligible reasons { rule fr en legal { text url } derogable silenced } } remedies { code fr en actor } } }`;
    const { data } = await people.auditor.graphql<{ decision: Record<string, never> }>(query);
    expect(data?.decision).toMatchObject({
      labels: ["health"],
      summary: { id: "r1-1-3" },
      endpoint: null,
      pools: [{ poolName: "Nubo", eligible: false }],
      remedies: [{ code: "pool.none_eligible", actor: "compliance" }],
    });
    type Told = { fr: string; legal: unknown[]; silenced: string | null };
    const reasons = (data?.decision as unknown as { pools: { reasons: Told[] }[] }).pools[0]?.reasons ?? [];
    expect(reasons.map(({ silenced }) => silenced)).toEqual([null, "shadow"]);
    const [reason] = reasons;
    expect(reason?.fr).not.toBe("label.health_not_accepted");
    expect(reason?.legal.length).toBeGreaterThan(0);
    expect((await people.culture.graphql(query)).data).toEqual({ decision: null });
  });

  it("are explained with where the request stood in the pool and how each endpoint was predicted", async () => {
    const stood = { tier: "borrowing", right: 2, occupied: 3.5, borrowing: 1.5, counter: 12.25 } as const;
    const predicted = { score: -0.2, predictedFirstTokenMs: 200, uncachedTokens: 12, memoryWaitMs: 0 };
    const record = served(4);
    const { endpoint } = record.decision;
    if (endpoint === null) throw new Error("a served request has an endpoint");
    const scores = [{ endpointId: endpoint.endpointId, ...predicted }];
    const fairness = [{ nodeId: scene.economie, ...stood }];
    const decision = { ...record.decision, fairness, endpoint: { ...endpoint, scores } };
    expect(await ship([{ ...record, decision }])).toMatchObject({ status: 200 });
    const query = `{ decision(id: "r1-1-4") { fairness { nodeName tier right occupied borrowing counter }
      endpoint { scores { score predictedFirstTokenMs uncachedTokens memoryWaitMs } } } }`;
    expect((await people.auditor.graphql(query)).data).toEqual({
      decision: { fairness: [{ nodeName: "economie", ...stood }], endpoint: { scores: [predicted] } },
    });
  });
});

describe("the trace of an administrative decision", () => {
  const named = (sequence: number, decisionRef: string): RequestRecordV1 => {
    const asked = { labels: [], maxOutputTokens: 10, decisionRef };
    const decision = { ...path(), id: `r1-2-${sequence}`, at: NOON + sequence, asked };
    return { ...aRecord(sequence, decision, { ...path(), poolId: scene.poolId }), epoch: 2 };
  };
  const trace = async (person: SignedIn, query: string) => {
    const answer = await fetch(`${socle.origin}/decision-traces/trace.html${query}`, {
      headers: { cookie: person.cookie },
    });
    return { status: answer.status, text: await answer.text() };
  };

  it("is what those of the body read, of its reference alone", async () => {
    const records = [named(1, "MEF/2026-7"), named(2, "MEF/2026-8")];
    expect(await internalCall(socle, "r1", USAGE_PATH, { replica: "r1", epoch: 2, records })).toMatchObject({
      status: 200,
    });
    const read = await trace(people.economie, "?reference=MEF/2026-7&lang=fr");
    expect(read.status).toBe(200);
    // Of two requests of that minute one named this decision.
    expect(read.text.match(/10 mars 2026 à 12:00/gu)).toHaveLength(1);
    expect((await trace(people.auditor, "?reference=MEF/2026-8&lang=en")).text).toContain("Part of an algorithm");
    expect((await trace(people.culture, "?reference=MEF/2026-7")).status).toBe(404);
    expect((await trace(people.committee, "?reference=MEF/2026-7")).status).toBe(404);
    expect((await trace(people.economie, "?reference=MEF/2026-9")).status).toBe(404);
    expect((await trace(people.economie, "")).status).toBe(400);
    expect((await fetch(`${socle.origin}/decision-traces/trace.html?reference=MEF/2026-7`)).status).toBe(401);
  });
});
