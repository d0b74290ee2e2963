import { beforeEach, describe, expect, it } from "vitest";
import { sampleOrganisations, TREE } from "../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import { memoryRegistryPorts } from "../../../../test/fakes/memory/registry/memory-registry-ports.js";
import type { RegistryPorts } from "../ports/registry-ports.js";
import { onceByKey } from "./once-by-key.js";
import { declareShadowTool } from "./portfolio/declare-shadow-tool.use-case.js";

const tool = {
  organisationId: TREE.dgfip,
  name: "Traducteur",
  vendor: "Éditeur",
  vendorCountry: "US",
  purpose: "Notes",
};
let memory: MemoryRunner;
let ports: RegistryPorts;
beforeEach(() => {
  memory = memoryRunner();
  ports = memoryRegistryPorts(sampleOrganisations);
});
const declare = (input: object, who = "somebody") =>
  memory.runner.run(
    systemActor(who),
    onceByKey(declareShadowTool(ports), ports.receipts, (ctx, id) => ports.shadowTools.find(ctx, id)),
    input,
  );
const count = async () => (await memory.runner.read(systemActor("x"), (ctx) => ports.shadowTools.all(ctx))).length;

describe("a creation under an idempotency key", () => {
  it("is done once, told once, and gives back what it created", async () => {
    const first = await declare({ ...tool, idempotencyKey: "attempt-1" });
    const second = await declare({ ...tool, idempotencyKey: "attempt-1" });
    expect(second).toEqual(first);
    expect([await count(), memory.journal.events.length]).toEqual([1, 1]);
  });

  it("is refused when the input is another, and is another person's own", async () => {
    await declare({ ...tool, idempotencyKey: "attempt-1" });
    expect(await declare({ ...tool, name: "Autre", idempotencyKey: "attempt-1" })).toMatchObject({
      refusal: { code: "idempotency.key_reused" },
    });
    expect(await declare({ ...tool, idempotencyKey: "attempt-1" }, "another")).toMatchObject({ ok: true });
    expect(await declare({ ...tool, idempotencyKey: "short" })).toMatchObject({
      refusal: { issues: [{ path: "idempotencyKey" }] },
    });
    expect(await count()).toBe(2);
  });

  it("is done as often as it is asked for without one", async () => {
    for (const idempotencyKey of [undefined, null]) await declare({ ...tool, idempotencyKey });
    expect(await count()).toBe(2);
  });
});
