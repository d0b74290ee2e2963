import { beforeEach, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../../test/builders/ai-use-case.builder.js";
import { sampleOrganisations, TREE } from "../../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Authoriser, UseCaseRunner } from "../../../kernel/use-case.js";
import { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { memoryRegistryPorts } from "../../../../../test/fakes/memory/registry/memory-registry-ports.js";
import { RegistryLoaders } from "./registry-loaders.js";

const actor = systemActor("test");
const USE_CASES = Array.from({ length: 20 }, (_, index) => `use-case-${index}`);

let memory: MemoryRunner;
let ports: RegistryPorts;
let reads: number;
let runner: UseCaseRunner;

beforeEach(async () => {
  memory = memoryRunner();
  ports = memoryRegistryPorts(sampleOrganisations);
  reads = 0;
  runner = {
    run: (...call) => memory.runner.run(...call),
    read: (who, query) => {
      reads += 1;
      return memory.runner.read(who, query);
    },
  };
  const ctx = memory.transactions.contextOf(actor);
  for (const [index, id] of USE_CASES.entries()) {
    const organisationId = index % 2 === 0 ? TREE.economie : TREE.culture;
    await ports.useCases.insert(ctx, aUseCase({ id, slug: id, organisationId, state: "deployed" }));
    await ports.applications.insert(ctx, {
      id: `application-${index}`,
      slug: `application-${index}`,
      name: "Application",
      environment: "test",
      useCaseId: id,
      organisationId,
      models: null,
      createdAt: memory.clock.now(),
    });
  }
});

const denying: Authoriser = {
  authorise: (_ctx, action, subject) =>
    Promise.resolve(
      subject.organisationId === TREE.economie
        ? ok(true as const)
        : refuse({ kind: "Forbidden", code: "role.missing", message: "Not there.", action, subject: subject.name }),
    ),
};
const loadersWith = (authoriser: Authoriser) => new RegistryLoaders(runner, authoriser, ports);

describe("what hangs from a list of use cases", () => {
  it("is read once for the whole list", async () => {
    const registry = loadersWith(denying);
    const request = new RequestLoaders();
    const each = async (load: (id: string) => Promise<unknown>) => {
      reads = 0;
      await Promise.all(USE_CASES.map(load));
      return reads;
    };
    expect(await each((id) => registry.history(request, actor, id))).toBe(1);
    expect(await each((id) => registry.applications(request, actor, id))).toBe(1);
    expect(await each((id) => registry.transitions(request, actor, id))).toBe(1);
    expect(await each((id) => registry.keys(request, actor, id))).toBe(1);
    expect(await each((id) => registry.useCaseCount(request, actor, id))).toBe(1);
    expect(await each((id) => registry.aliases(request, actor, id))).toBe(1);
  });

  it("leaves out applications that the actor's role may not read", async () => {
    const registry = loadersWith(denying);
    const request = new RequestLoaders();
    const counts = await Promise.all(
      USE_CASES.slice(0, 2).map(async (id) => (await registry.applications(request, actor, id)).length),
    );
    expect(counts).toEqual([1, 0]);
  });

  it("says of each way out why it is closed: first the missing right, then the missing conditions", async () => {
    const registry = loadersWith(denying);
    const request = new RequestLoaders();
    const [here, there] = await Promise.all(
      USE_CASES.slice(0, 2).map((id) => registry.transitions(request, actor, id)),
    );
    expect(here?.map(({ to, allowed }) => [to, allowed])).toEqual([
      ["generalised", false],
      ["retired", true],
      ["merged", true],
      ["suspended", true],
    ]);
    expect(here?.[0]?.reason).toContain("A body that did not build the system evaluated it.");
    expect(here?.map(({ reasonCode }) => reasonCode)).toEqual(["use_case.guard_unmet", null, null, null]);
    const denied = [false, "Not there.", "role.missing"];
    expect(there?.map(({ allowed, reason, reasonCode }) => [allowed, reason, reasonCode])).toEqual([
      denied,
      denied,
      denied,
      denied,
    ]);
  });
});
