import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEASE_PATH, type LeaseRequestV1 } from "@socle/contracts";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let scene: ServedScene;
let socle: TestControlPlane;
let operator: SignedIn;
let declarant: SignedIn;

beforeAll(async () => {
  scene = await servedScene(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  operator = await signedInAs(database, socle.origin, "ariane_operator", scene.ariane);
  declarant = await signedInAs(database, socle.origin, "declarant", scene.culture);
});
afterAll(() => socle?.stop());

const grant = (nodeId: string, nominal: number, guarantee = 0) =>
  `mutation { result: grantAllocation(input: { poolId: "${scene.poolId}", nodeId: "${nodeId}", nominal: ${String(nominal)},
     guarantee: ${String(guarantee)}, weight: 1, criticality: 2, reason: "Décision du comité du 2 mars" })
   { __typename ... on Allocation { nodeName nodeType nominal guarantee lendLimit weight criticality historyFactor }
     ... on Refusal { code message } ... on GuardRefusal { conditions { code met message } }
     ... on InvalidInput { issues { path } } } }`;
const budget = (nodeId: string, unit: string, amount: number) =>
  `mutation { result: setBudget(input: { nodeId: "${nodeId}", unit: ${unit}, period: MONTH, amount: ${String(amount)},
     reason: "Décision du comité du 2 mars" })
   { __typename ... on Budget { id nodeName unit amount settled leased left } ... on Refusal { code message } } }`;
const ask = async (who: SignedIn, query: string) => {
  const { data, ...rest } = await who.graphql<{ result: Record<string, unknown> }>(query);
  if (data == null) throw new Error(JSON.stringify(rest));
  return data.result;
};
const lease = (request: Partial<LeaseRequestV1>, replica = "r1") =>
  internalCall(socle, replica, LEASE_PATH, {
    replica,
    epoch: 1,
    call: 1,
    closedEpochs: [],
    wants: [],
    returns: [],
    activity: [],
    ...request,
  });

describe("rights over GraphQL", () => {
  it("are granted by ARIANE within the pool, and refused beyond it with the figures", async () => {
    expect(await ask(operator, grant(scene.economie, 5, 2))).toEqual({
      __typename: "Allocation",
      nodeName: "economie",
      nodeType: "organisation",
      nominal: 5,
      guarantee: 2,
      lendLimit: null,
      weight: 1,
      criticality: 2,
      historyFactor: 0,
    });
    const beyond = await ask(operator, grant(scene.culture, 3.5));
    expect(beyond).toMatchObject({ __typename: "GuardRefusal", code: "allocation.exceeds_right" });
    expect(beyond["conditions"]).toContainEqual({
      code: "allocation.pool_capacity",
      met: false,
      message: "sum of the pool's top allocations: 8.5 GPU of 8 GPU",
    });
    expect(await ask(operator, grant(scene.useCaseId, 5.5))).toMatchObject({ code: "allocation.exceeds_right" });
    expect(await ask(operator, grant(scene.useCaseId, 4))).toMatchObject({
      nodeName: "Courrier clair",
      nodeType: "use_case",
    });
    expect(await ask(operator, grant(scene.culture, 1.005))).toMatchObject({ issues: [{ path: "nominal" }] });
  });

  it("are not for ministries to grant, nor for an operator to grant to its own organisation", async () => {
    expect(await ask(declarant, grant(scene.culture, 1))).toMatchObject({ __typename: "Forbidden" });
    expect(await ask(operator, grant(scene.ariane, 1))).toMatchObject({ __typename: "Forbidden" });
    expect(await ask(declarant, budget(scene.culture, "EURO", 10))).toMatchObject({ __typename: "Forbidden" });
  });

  it("show a ministry its own allocations, and the pool's account with sums that hold", async () => {
    await ask(operator, grant(scene.culture, 2));
    const activity = [
      { poolId: scene.poolId, nodeId: scene.applicationId, running: 6, waiting: 2, gpuSeconds: 60, windowMs: 1000 },
    ];
    expect(await lease({ activity })).toMatchObject({ status: 200 });
    const query = `{ result: pool(id: "${scene.poolId}") { allocations { nodeName nominal }
      live { at replicas physical allocated reserve occupiedWithinRight borrowed lent free
        rows { organisation { slug } nominal occupied lent borrowed free running waiting share }
        loans { lender { slug } borrower { slug } gpus } } } }`;
    const seen = await ask(operator, query);
    expect(seen["allocations"]).toHaveLength(3);
    expect(seen["live"]).toMatchObject({
      replicas: 1,
      physical: 8,
      allocated: 7,
      reserve: 1,
      occupiedWithinRight: 5,
      borrowed: 1,
      lent: 1,
      free: 2,
      rows: [
        { organisation: { slug: "economie" }, occupied: 6, borrowed: 1, running: 6, waiting: 2, share: 1 },
        { organisation: { slug: "culture" }, nominal: 2, lent: 0.67, free: 1.33 },
        { organisation: null, nominal: 1, lent: 0.33, free: 0.67 },
      ],
      loans: [
        { lender: { slug: "culture" }, borrower: { slug: "economie" }, gpus: 0.67 },
        { lender: null, borrower: { slug: "economie" }, gpus: 0.33 },
      ],
    });
    const own = await ask(declarant, query);
    expect(own["allocations"]).toEqual([{ nodeName: "culture", nominal: 2 }]);
    expect(own["live"]).toMatchObject({
      borrowed: 1,
      rows: [
        { organisation: { slug: "culture" }, lent: 0.67 },
        { organisation: null, nominal: 6, occupied: 6, borrowed: 1, lent: 0.33 },
      ],
      loans: [
        { lender: { slug: "culture" }, borrower: null, gpus: 0.67 },
        { lender: null, borrower: null, gpus: 0.33 },
      ],
    });
  });

  it("say which would be cut first, never under a guarantee, others' names left out", async () => {
    const query = `{ result: poolCutOrder(poolId: "${scene.poolId}", gpus: 4) { physical remaining owed missing guaranteed
      shortOfGuarantees steps { position kind nodeName gpus before after guarantee criticality reason explanation } } }`;
    const seen = await ask(operator, query);
    expect(seen).toMatchObject({
      ...{ physical: 8, remaining: 4, owed: 7, missing: 3, guaranteed: 2, shortOfGuarantees: 0 },
      steps: [
        { position: 1, kind: "STOP_BORROWING", nodeName: null, reason: "BORROWING_STOPS_FIRST" },
        { position: 2, kind: "DRAIN", nodeName: "economie", gpus: 1 },
        { kind: "LOWER_RIGHT", criticality: 2, gpus: expect.any(Number) as number },
        { kind: "LOWER_RIGHT", criticality: 2, reason: "LEAST_CRITICAL_FIRST" },
      ],
    });
    const lowered = (seen["steps"] as { kind: string; nodeName: string; after: number; explanation: string }[])
      .filter(({ kind }) => kind === "LOWER_RIGHT")
      .sort((one, other) => (one.nodeName < other.nodeName ? -1 : 1));
    expect(lowered.map(({ nodeName, after }) => [nodeName, after])).toEqual([
      ["culture", 0.8],
      ["economie", 3.2],
    ]);
    expect(lowered[1]?.explanation).toContain("5 GPUs become 3.2, 2 are guaranteed");
    const own = await ask(declarant, query);
    const names = (own["steps"] as { nodeName: string | null }[]).map(({ nodeName }) => nodeName);
    expect([...names].sort()).toEqual(["culture", null, null, null]);
    expect(await ask(operator, query.replace("gpus: 4", "gpus: 0"))).toMatchObject({ shortOfGuarantees: 2 });
    expect(await operator.graphql(query.replace("gpus: 4", "gpus: -1"))).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT" } }],
    });
    const nowhere = query.replace(scene.poolId, scene.culture);
    expect(await ask(operator, nowhere)).toBeNull();
  });
});

describe("budgets and leases", () => {
  it("are set in euros and tokens and leased in their units", async () => {
    const euros = await ask(operator, budget(scene.economie, "EURO", 1.5));
    expect(euros).toMatchObject({ nodeName: "economie", unit: "EURO", amount: 1.5, settled: 0, leased: 0, left: 1.5 });
    const wants = [{ budgetId: String(euros["id"]), least: 1, wanted: 400_000 }];
    const answer = await lease({ call: 2, wants });
    expect(answer).toMatchObject({ status: 200, body: { call: 2, grants: [{ granted: 400_000, left: 1_100_000 }] } });
    expect(await lease({ call: 2, wants })).toEqual(answer);
    const { data } = await operator.graphql(`{ budgets(nodeId: "${scene.economie}") { leased left } }`);
    expect(data).toEqual({ budgets: [{ leased: 0.4, left: 1.1 }] });
    const others = await declarant.graphql(`{ budgets { id } }`);
    expect(others.data).toEqual({ budgets: [] });
  });

  it("refuse a call that is stale, malformed, unsigned or made for another replica", async () => {
    expect(await lease({ call: 1 })).toMatchObject({ status: 409, body: { code: "lease.stale_call", lastCall: 2 } });
    expect(await lease({ call: -1 })).toMatchObject({ status: 400, body: { code: "input.invalid" } });
    expect(await lease({ replica: "r2" }, "r1")).toMatchObject({ status: 403 });
    const unsigned = await fetch(`${socle.origin}${LEASE_PATH}`, { method: "POST" });
    expect(unsigned.status).toBe(401);
  });
});

describe("limits and lost epochs over GraphQL", () => {
  const limit = (kind: string, value: number) =>
    `mutation { result: setUsageLimit(input: { nodeId: "${scene.culture}", kind: ${kind}, value: ${String(value)},
       reason: "Décision du comité du 2 mars" })
     { __typename ... on UsageLimit { nodeName kind value modelId hard used held left } ... on Refusal { code } } }`;

  it("are set by ARIANE, seen by their ministry, and refused as union members", async () => {
    expect(await ask(operator, limit("RPM", 120))).toEqual({
      __typename: "UsageLimit",
      ...{ nodeName: "culture", kind: "RPM", value: 120, modelId: null, hard: false, used: 0, held: 0, left: 120 },
    });
    expect(await ask(declarant, limit("TPD", 5))).toMatchObject({ __typename: "Forbidden" });
    expect(await ask(operator, limit("RPM", -1))).toMatchObject({ __typename: "InvalidInput" });
    const seen = `{ result: limits(nodeId: "${scene.culture}") { kind value } }`;
    expect(await ask(declarant, seen)).toEqual([{ kind: "RPM", value: 120 }]);
    expect(await ask(declarant, `{ result: limits(nodeId: "${scene.economie}") { kind } }`)).toEqual([]);
  });

  it("give up an epoch only when it is silent, and only by an operator", async () => {
    const close = `mutation { result: closeLostEpoch(input: { replica: "lost", epoch: 1,
       reason: "Le disque est perdu" }) { __typename ... on Refusal { code } } }`;
    expect(await ask(operator, close)).toMatchObject({ code: "epoch.not_found" });
    await lease({ replica: "lost" }, "lost");
    expect(await ask(operator, close)).toMatchObject({ __typename: "GuardRefusal", code: "epoch.not_lost" });
    expect(await ask(declarant, close)).toMatchObject({ code: "epoch.not_found" });
  });
});
