import { afterEach, expect, it } from "vitest";
import { aDeployment, InferenceScene, KEY } from "../../../test/builders/inference-scene.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

it("keeps the most critical guarantee when less lives than was promised, and says so in the decision", async () => {
  const right = { poolId: "pool", nominal: 4, guarantee: 2, lendLimit: null, borrowLimit: null, weight: 1 };
  scene = await InferenceScene.start({
    snapshot: (base) => ({
      ...base,
      organisations: [...base.organisations, { id: "other", slug: "other", name: "Other", parentId: "state" }],
      allocations: [
        { ...right, id: "a", nodeId: "ministry", criticality: 4 },
        { ...right, id: "b", nodeId: "other", criticality: 1 },
      ],
      // Eight GPUs were promised, three live.
      deployments: base.deployments.map(({ endpoints }) => aDeployment({ endpoints, gpusPerReplica: 3 })),
    }),
  });
  const answer = await scene.chat({ model: "model", stream: true, messages: [{ role: "user", content: "hi" }] });
  await answer.text();
  const [record] = await scene.records();
  const ministry = record?.decision.fairness?.find(({ nodeId }) => nodeId === "ministry");
  expect(ministry).toMatchObject({ right: 1, shortfall: 3 });
  const query = `{ decision(id: "${record?.decision.id ?? ""}") { ... on Decision { fairness { nodeId shortfall } } } }`;
  const told = await fetch(`${scene.base}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  expect(await told.json()).toMatchObject({
    data: {
      decision: { fairness: expect.arrayContaining([{ nodeId: "ministry", shortfall: 3 }]) as unknown },
    },
  });
});
