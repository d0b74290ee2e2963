import { afterEach, expect, it } from "vitest";
import { aDeployment, InferenceScene, KEY } from "../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../test/builders/inference-scene.js";
import { hashOfKey, useCase } from "../../../test/builders/snapshot.builder.js";
import type { EndpointGauges } from "../endpoint-picker/fleet-view.js";

const OTHER_KEY = "socle_the_key_of_the_other_ministry";
let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const gauges = (over: Partial<EndpointGauges> = {}): EndpointGauges => ({
  at: 0,
  engine: "vllm",
  running: 0,
  waiting: 0,
  kvUse: 0,
  prefixHitRatio: null,
  kvTokens: null,
  blockSize: null,
  adapters: [],
  ...over,
});

/** Two ministries before servers that say of themselves what `read` says. */
const open = async (read: (endpointId: string) => EndpointGauges, servers = 1): Promise<InferenceScene> => {
  const two: SceneOptions["snapshot"] = (base) => ({
    ...base,
    organisations: [...base.organisations, { id: "other", slug: "other", name: "Other", parentId: "state" }],
    useCases: [...base.useCases, useCase({ id: "use-other", slug: "use-other", organisationId: "other" })],
    applications: [
      ...base.applications,
      {
        id: "app-other",
        slug: "app-other",
        name: "Other",
        useCaseId: "use-other",
        keys: [{ id: "key-other", hash: hashOfKey(OTHER_KEY), expiresAt: Date.now() + 86_400_000, revokedAt: null }],
        models: null,
      },
    ],
    deployments: base.deployments.map(({ endpoints }) => aDeployment({ endpoints, servedName: "legal-lora" })),
  });
  return (scene = await InferenceScene.start({ snapshot: two, gauges: { read }, servers }));
};

const BODY = { model: "model", stream: true, messages: [{ role: "user", content: "hi" }] };
const saltAfter = async (opened: InferenceScene, body: object, key = KEY): Promise<unknown> => {
  await (await opened.chat(body, { headers: { authorization: `Bearer ${key}` } })).text();
  return (JSON.parse(opened.model().calls.at(-1)?.body.toString() ?? "{}") as { cache_salt?: unknown }).cache_salt;
};

it("parts vLLM's prefix cache by organisation, whatever salt a caller writes", async () => {
  const opened = await open(() => gauges());
  const own = await saltAfter(opened, BODY);
  expect(own).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await saltAfter(opened, BODY)).toBe(own);
  const other = await saltAfter(opened, BODY, OTHER_KEY);
  expect(other).not.toBe(own);
  expect(await saltAfter(opened, { ...BODY, cache_salt: own }, OTHER_KEY)).not.toBe(own);
  expect(await saltAfter(opened, { ...BODY, cache_salt: null })).toBe(own);
});

it("adds nothing to the body for a server that is not known to take a salt", async () => {
  const opened = await open(() => gauges({ engine: "llama-cpp" }));
  expect(await saltAfter(opened, BODY)).toBeUndefined();
});

it("goes to the server that has the adapter in use", async () => {
  const opened = await open((id) => gauges({ adapters: id === "endpoint-1" ? ["legal-lora"] : [] }), 2);
  for (let times = 0; times < 4; times += 1) await (await opened.chat(BODY)).text();
  expect(opened.servers.map(({ calls }) => calls.length)).toEqual([0, 4]);
});
