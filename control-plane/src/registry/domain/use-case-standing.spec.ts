import { describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import type { Dossier } from "./dossier/dossier.js";
import { standingOf } from "./use-case-standing.js";

const PROVIDER = { providerEntryUrl: "https://europa.example/system" };
const DEPLOYER = { deployerEntryUrl: "https://europa.example/deployer" };

describe("a high-risk system", () => {
  it.each<[entries: string, dossier: Dossier, registered: true | undefined]>([
    ["no entry", {}, undefined],
    ["its provider's entry alone (article 26(8))", PROVIDER, undefined],
    ["its deployer's entry alone (article 49(3))", DEPLOYER, undefined],
    ["both", { ...PROVIDER, ...DEPLOYER }, true],
    ["both, where the body provides it too", { ...PROVIDER, ...DEPLOYER, aiActRole: "provider" }, true],
    ["its own entry as a provider, and none as a deployer", { ...PROVIDER, aiActRole: "provider" }, undefined],
  ])("is registered by both entries, and has %s", (_entries, dossier, registered) => {
    expect(standingOf(aUseCase({ dossier })).registered).toBe(registered);
  });
});
