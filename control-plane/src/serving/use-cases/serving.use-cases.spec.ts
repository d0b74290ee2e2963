import { beforeEach, describe, expect, it } from "vitest";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import { NO_RULES, type GuardQuestion, type RuleGuard } from "../../kernel/rule-guard.js";
import type { UseCase } from "../../kernel/use-case.js";
import { MemoryPoolRepository } from "../../../../test/fakes/memory/serving/memory-pool.repository.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { deployModel } from "./deploy-model.use-case.js";
import { registerPool } from "./register-pool.use-case.js";
import { liftPoolVeto } from "./lift-pool-veto.use-case.js";
import { setPoolActivity } from "./set-pool-activity.use-case.js";
import { vetoPool } from "./veto-pool.use-case.js";

const pool = {
  slug: "nubo",
  name: "Nubo",
  gpuClass: "H100",
  gpuCount: 8,
  acceptedLabels: ["public", "internal", "internal"],
  hosting: "state_internal",
};
const model = { id: "m1", name: "mistral-small", publisher: "Mistral AI", contextWindow: 32_768 };
const deployment = {
  pool: "nubo",
  model: "mistral-small",
  servedName: "mistral-small",
  gpusPerReplica: 1,
  profile: { alphaSeconds: 0.02, betaSeconds: 0, prefillSecondsPerToken: 0, referenceBatch: 1, maxSequences: 1 },
  price: { inputPerMillion: 100_000, outputPerMillion: 300_000 },
  energy: { kWhPerMillionTokens: 0.5, kgCO2eqPerKWh: 0.05, method: "test" },
  endpoints: [{ url: "http://10.0.0.1:8000/v1" }, { url: "http://10.0.0.2:8000", apiKeyVariable: "SERVER_KEY" }],
};

let memory: MemoryRunner;
let ports: ServingPorts;
beforeEach(async () => {
  memory = memoryRunner();
  ports = {
    pools: new MemoryPoolRepository(),
    models: { find: (_ctx, name) => Promise.resolve(name === "mistral-small" ? model : null) },
    organisations: { rootId: () => Promise.resolve("etat") },
    rules: NO_RULES,
  };
  await run(registerPool(ports), pool);
});
const run = <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown) =>
  memory.runner.run(systemActor("test"), useCase, input);

describe("pools", () => {
  it("are registered once by slug, and corrected after", async () => {
    const corrected = await run(registerPool(ports), { ...pool, gpuCount: 16 });
    expect(corrected).toMatchObject({ ok: true, value: { gpuCount: 16, acceptedLabels: ["public", "internal"] } });
    const all = await ports.pools.all(memory.transactions.contextOf(systemActor("test")));
    expect(all).toHaveLength(1);
  });

  it("never take classified data", async () => {
    expect(await run(registerPool(ports), { ...pool, acceptedLabels: ["classified"] })).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "acceptedLabels" }] },
    });
  });

  it("leave and come back, each once", async () => {
    const [{ id } = { id: "" }] = await ports.pools.all(memory.transactions.contextOf(systemActor("test")));
    const set = (active: boolean) => run(setPoolActivity(ports), { id, active, reason: "Maintenance" });
    expect(await set(true)).toMatchObject({ ok: false, refusal: { code: "pool.unchanged" } });
    expect(await set(false)).toMatchObject({ ok: true, value: { active: false } });
    expect(await set(true)).toMatchObject({ ok: true, value: { active: true } });
  });
});

describe("a veto", () => {
  it("closes a pool, which neither the switch nor a new registration opens until it is lifted", async () => {
    const [{ id } = { id: "" }] = await ports.pools.all(memory.transactions.contextOf(systemActor("test")));
    const set = (active: boolean) => run(setPoolActivity(ports), { id, active, reason: "Maintenance" });
    const reason = "Qualification expirée";
    expect(await run(vetoPool(ports), { id, reason })).toMatchObject({ value: { active: false, veto: { reason } } });
    expect(await run(vetoPool(ports), { id, reason })).toMatchObject({ refusal: { code: "pool.vetoed_already" } });
    const vetoed = { refusal: { code: "pool.vetoed", conditions: [{ code: "pool.not_vetoed", met: false }] } };
    expect(await set(true)).toMatchObject(vetoed);
    expect(await run(registerPool(ports), { ...pool, active: true })).toMatchObject(vetoed);
    expect(await run(liftPoolVeto(ports), { id, reason })).toMatchObject({ value: { active: false, veto: null } });
    expect(await run(liftPoolVeto(ports), { id, reason })).toMatchObject({ refusal: { code: "pool.no_veto" } });
    expect(await set(true)).toMatchObject({ value: { active: true } });
  });
});

describe("deployments", () => {
  it("keep the identity of endpoints whose URL stays", async () => {
    const first = await run(deployModel(ports), deployment);
    const [kept, gone] = deployment.endpoints;
    const second = await run(deployModel(ports), { ...deployment, endpoints: [{ url: "http://10.0.0.3" }, kept] });
    if (!first.ok || !second.ok) throw new Error("a deployment was refused");
    expect(second.value.id).toBe(first.value.id);
    expect(second.value.endpoints[1]).toEqual({ ...first.value.endpoints[0], url: "http://10.0.0.1:8000" });
    expect(second.value.endpoints.map(({ url }) => url)).not.toContain(gone?.url);
  });

  it.each([
    ["file:///etc/passwd", "endpoints.0.url"],
    ["http://user:secret@host", "endpoints.0.url"],
  ])("refuse the endpoint %s", async (url, path) => {
    const refused = await run(deployModel(ports), { ...deployment, endpoints: [{ url }] });
    expect(refused).toMatchObject({ ok: false, refusal: { issues: [{ path }] } });
    expect(JSON.stringify(refused)).not.toContain("secret");
  });

  it("refuse one server twice, however it is written", async () => {
    const endpoints = [{ url: "http://10.0.0.1:8000" }, { url: "http://10.0.0.1:8000/v1/" }];
    expect(await run(deployModel(ports), { ...deployment, endpoints })).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "endpoints.1.url" }] },
    });
  });

  it("need a pool and a model on record", async () => {
    expect(await run(deployModel(ports), { ...deployment, pool: "other" })).toMatchObject({
      refusal: { code: "pool.not_found" },
    });
    expect(await run(deployModel(ports), { ...deployment, model: "other" })).toMatchObject({
      refusal: { code: "model.not_found" },
    });
  });
});

describe("policy rules", () => {
  const asked: GuardQuestion[] = [];
  const forbidding: RuleGuard = {
    judge(_ctx, questions) {
      asked.push(...questions);
      return Promise.resolve(questions.map(() => [{ code: "rule.fired", met: false, message: "A text forbids it." }]));
    },
  };
  const refusal = (code: string) => ({
    ok: false,
    refusal: { kind: "GuardRefusal", code, conditions: [{ code: "rule.fired", met: false }] },
  });

  it("keep a model from being deployed and a pool from being opened, and nothing is written", async () => {
    const guarded = { ...ports, rules: forbidding };
    expect(await run(deployModel(guarded), deployment)).toMatchObject(refusal("deployment.rule_refused"));
    expect(await run(registerPool(guarded), { ...pool, slug: "other" })).toMatchObject(refusal("pool.rule_refused"));
    expect(asked.map(({ subject }) => subject)).toEqual(["deployment", "pool"]);
    const ctx = memory.transactions.contextOf(systemActor("test"));
    expect([(await ports.pools.all(ctx)).length, (await ports.pools.deployments(ctx, null)).length]).toEqual([1, 0]);
  });

  it("close no pool: they are asked when one opens", async () => {
    const guarded = { ...ports, rules: forbidding };
    const [{ id } = { id: "" }] = await ports.pools.all(memory.transactions.contextOf(systemActor("test")));
    const set = (active: boolean) => run(setPoolActivity(guarded), { id, active, reason: "Maintenance" });
    expect(await run(registerPool(guarded), { ...pool, gpuCount: 4 })).toMatchObject({ ok: true });
    expect(await set(false)).toMatchObject({ ok: true, value: { active: false } });
    expect(await set(true)).toMatchObject(refusal("pool.rule_refused"));
  });
});
