import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { servingUseCases } from "../../control-plane/src/serving/index.js";
import { DECLARED_DOSSIER, DECLARED_EVIDENCE } from "../builders/standing.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
let tree: SampleTree;
let socle: TestControlPlane;
let ariane: SignedIn;
let validator: SignedIn;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  ariane = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
  validator = await signedInAs(database, socle.origin, "validator", tree.economie);
});
afterAll(() => socle?.stop());

interface Rule {
  readonly id: string;
  readonly fr: string;
  readonly legal: readonly { readonly text: string }[];
  readonly from: string;
  readonly remedy: { readonly fr: string } | null;
}
interface Condition {
  readonly code: string;
  readonly met: boolean;
  readonly rule: Rule | null;
}
const CONDITIONS =
  "conditions { code met rule { id version fr en legal { text url } from to remedy { fr en } derogableBy } }";

const pool = (slug: string, fields: object = {}) =>
  runOn(database, system, servingUseCases.registerPool, {
    ...{
      slug,
      name: slug,
      gpuClass: "H100",
      gpuCount: 8,
      acceptedLabels: ["internal", "dr"],
      hosting: "state_internal",
    },
    ...{ active: false, ...fields },
  });
const compliance = () => signedInAs(database, socle.origin, "compliance", tree.etat);
const open = async (id: string) => {
  const { data, errors } = await ariane.graphql<{
    setPoolActivity: { __typename: string; code: string; active: boolean; conditions: Condition[] };
  }>(`mutation { setPoolActivity(id: "${id}", active: true, reason: "It is ready") {
    __typename ... on Pool { active } ... on Refusal { code } ... on GuardRefusal { ${CONDITIONS} } } }`);
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.setPoolActivity;
};

describe("policy rules, in the way of the registry", () => {
  it("give way to nobody: a pool under veto stays closed until another member of the cell lifts it", async () => {
    const standing = { locations: ["FR"], tenancy: "dedicated" };
    const { id } = await pool("vetoed", { acceptedLabels: ["public"], standing, active: true });
    const act = async (who: SignedIn, name: string) => {
      const { data } = await who.graphql<{ it: { code?: string; active?: boolean } }>(
        `mutation { it: ${name}(id: "${id}", reason: "Hébergeur racheté") { ... on Pool { active } ... on Refusal { code } } }`,
      );
      return data?.it;
    };
    const [cell, other] = [await compliance(), await compliance()];
    expect(await act(ariane, "vetoPool")).toEqual({ code: "role.missing" });
    expect(await act(cell, "vetoPool")).toEqual({ active: false });
    expect(await open(id)).toMatchObject({ code: "pool.vetoed" });
    expect(await act(cell, "liftPoolVeto")).toEqual({ code: "declaration.own" });
    expect(await act(other, "liftPoolVeto")).toEqual({ active: false });
    expect(await open(id)).toMatchObject({ active: true });
  });

  it("keep a pool closed until it is described and accredited for what it says it takes", async () => {
    const bare = await open((await pool("bare")).id);
    expect(bare).toMatchObject({ __typename: "GuardRefusal", code: "pool.rule_refused" });
    expect(bare.conditions.map(({ code }) => code)).toEqual(["pool.not_accredited", "pool.not_described"]);
    for (const { rule, met } of bare.conditions) {
      expect(met).toBe(false);
      expect(rule).toMatchObject({ from: "2026-01-01", remedy: { fr: expect.stringMatching(/\w/) as string } });
      expect(rule?.legal.length).toBeGreaterThan(0);
    }
    const standing = {
      ...{ locations: ["FR"], tenancy: "dedicated", drInterconnection: true },
      homologations: [{ level: "dr", reference: "R", to: "2999-12-31" }],
    };
    expect(await open((await pool("ready", { standing })).id)).toMatchObject({ __typename: "Pool", active: true });
  });

  it("are listed beside the life cycle's own conditions, before and when a use case would enter a state", async () => {
    const useCase = await runOn(database, system, registryUseCases.importUseCase, {
      ...{ slug: "tri", name: "Tri", description: "Trie des demandes.", organisationId: tree.economie },
      ...{ state: "evaluated", labels: ["personal"], serviceClass: "standard", maxOutputTokens: 512 },
      ...{
        decisionRole: "assist",
        affectsIndividuals: false,
        staffEffect: "augmentation",
        ownerEmail: "owner@economie.example",
      },
      oversight: "Chaque demande est relue par un agent.",
      dossier: DECLARED_DOSSIER,
      evidence: DECLARED_EVIDENCE,
    });
    const { data } = await validator.graphql<{
      useCase: { version: number; transitions: { to: string; allowed: boolean; conditions: Condition[] }[] };
    }>(`{ useCase(id: "${useCase.id}") { version transitions { to allowed ${CONDITIONS} } } }`);
    const deployed = data?.useCase.transitions.find(({ to }) => to === "DEPLOYED");
    const ofRules = (conditions: readonly Condition[] | undefined) =>
      conditions?.filter(({ rule }) => rule !== null).map(({ code }) => code);
    expect(ofRules(deployed?.conditions)).toEqual(["personal.not_recorded"]);
    expect(ofRules(data?.useCase.transitions.find(({ to }) => to === "EXPERIMENT")?.conditions)).toEqual([]);
    expect(ofRules(data?.useCase.transitions.find(({ to }) => to === "RETIRED")?.conditions)).toEqual([]);
    const refused = await validator.graphql<{ transitionUseCase: { code: string; conditions: Condition[] } }>(
      `mutation { transitionUseCase(input: { id: "${useCase.id}", to: DEPLOYED, version: ${data?.useCase.version ?? 0}, reason: "It is ready" }) {
        ... on Refusal { code } ... on GuardRefusal { ${CONDITIONS} } } }`,
    );
    expect(refused.errors).toBeUndefined();
    expect(refused.data?.transitionUseCase.code).toBe("use_case.guard_unmet");
    expect(refused.data?.transitionUseCase.conditions).toEqual(deployed?.conditions);
  });
});
