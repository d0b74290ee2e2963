import { describe, expect, it } from "vitest";
import { aDecision } from "../../../../../test/builders/request-record.builder.js";
import { GraphqlScene } from "../../../../../test/builders/graphql-scene.js";

const ASKED = `{ decision(id: "one") { ... on Decision {
  levels { nodeId unit ceiling asked held ok }
  pools { poolId eligible }
  fairness { nodeId tier right occupied borrowing counter }
  endpoint { endpointId scores { endpointId score predictedFirstTokenMs uncachedTokens memoryWaitMs } }
  stages { admit pick firstByte total } } } }`;

describe("decision(id)", () => {
  it("shows the caller every figure that decided, and nothing of another application", async () => {
    const scene = await GraphqlScene.start();
    try {
      const base = aDecision({ applicationId: "application" });
      const { endpoint } = base;
      if (endpoint === null) throw new Error("served decisions have an endpoint");
      const scores = [
        { endpointId: "a", score: -0.1, predictedFirstTokenMs: 100, uncachedTokens: 12, memoryWaitMs: 0 },
        { endpointId: "old", score: 1 },
      ];
      const level = { nodeId: "org", ceilingId: "b", unit: "token", ceiling: 9, asked: 4, held: 6, ok: true } as const;
      const stood = {
        nodeId: "application",
        tier: "borrowing",
        right: 2,
        occupied: 3,
        borrowing: 1,
        counter: 0.5,
      } as const;
      const decision = { ...base, levels: [level], fairness: [stood], endpoint: { ...endpoint, scores } };
      scene.remembered.set("one", { decision, usage: null });
      const { body } = await scene.post(ASKED);
      const nothing = { predictedFirstTokenMs: null, uncachedTokens: null, memoryWaitMs: null };
      const { nodeId, unit, ceiling, asked, held, ok } = level;
      expect(body["data"]).toEqual({
        decision: {
          levels: [{ nodeId, unit, ceiling, asked, held, ok }],
          pools: base.pools.map(({ poolId, eligible }) => ({ poolId, eligible })),
          fairness: [{ ...stood, tier: "BORROWING" }],
          endpoint: { endpointId: endpoint.endpointId, scores: [scores[0], { ...scores[1], ...nothing }] },
          stages: { admit: 0.3, pick: 0.1, firstByte: 40, total: 300 },
        },
      });
      scene.remembered.set("one", { decision: { ...decision, applicationId: "other" }, usage: null });
      expect((await scene.post(ASKED)).body["data"]).toEqual({ decision: null });
      scene.remembered.set("one", {
        decision: aDecision({ applicationId: "application", endpoint: null }),
        usage: null,
      });
      expect((await scene.post(ASKED)).body["data"]).toMatchObject({ decision: { fairness: [], endpoint: null } });
    } finally {
      await scene.stop();
    }
  });
});
