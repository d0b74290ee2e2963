import { PLAN_KIND_NAMES, planKind } from "@socle/contracts";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { pgPlanPorts } from "../../control-plane/src/plan/adapters/postgres/pg-plan-ports.js";
import { planStoreBehaviour } from "../../control-plane/src/plan/ports/plan-record.store.behaviour.js";
import { aPlanRecord, PLAN_WORDS } from "../builders/plan-record.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let planted: SampleTree | undefined;
const tree = async (): Promise<SampleTree> => (planted ??= await plantTree(database));

planStoreBehaviour("PostgreSQL", async () => ({
  ports: pgPlanPorts(),
  tree: await tree(),
  newId: () => systemIds.next(),
  run: (work) => database.write(systemActor("test"), work),
}));

it("are known to the database in every kind and state that the table of the plan has", async () => {
  const { etat } = await tree();
  const store = pgPlanPorts().records;
  for (const kind of PLAN_KIND_NAMES)
    for (const state of Object.keys(planKind(kind).states)) {
      const record = aPlanRecord({
        id: systemIds.next(),
        organisationId: etat,
        kind,
        state,
        title: `${kind} ${state}`,
      });
      expect(await database.write(systemActor("test"), (ctx) => store.insert(ctx, record))).toBe(true);
    }
});

describe("the plan's records through the API", () => {
  let socle: TestControlPlane;
  let of: SampleTree;
  beforeAll(async () => {
    of = await tree();
    socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  });
  afterAll(() => socle?.stop());
  const as = (role: Parameters<typeof signedInAs>[2], organisationId: string) =>
    signedInAs(database, socle.origin, role, organisationId);

  const FIELDS = "id version state kind title fields { name value } steps { to decided } declaredByName";
  /** An input as a query writes it; enums stand without quotes. */
  const literal = (value: unknown, name = ""): string => {
    if (Array.isArray(value)) return `[${value.map((each) => literal(each)).join(", ")}]`;
    if (typeof value !== "object" || value === null) return name === "kind" ? String(value) : JSON.stringify(value);
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(each, key)}`)
      .join(", ")} }`;
  };
  const SAID = `__typename ... on Refusal { code message } ... on InvalidInput { issues { path } }`;
  const told = async (who: SignedIn, mutation: string, input: object): Promise<Record<string, unknown>> => {
    const query = `mutation { it: ${mutation}(input: ${literal(input)}) { ${SAID} ... on PlanRecord { ${FIELDS} } } }`;
    const { data, errors } = await who.graphql<{ it: Record<string, unknown> }>(query);
    expect(errors).toBeUndefined();
    return data?.it ?? {};
  };
  const saying = (kind: keyof typeof PLAN_WORDS, organisationId: string, title: string) => {
    const { values, dueFrom, dueOn } = PLAN_WORDS[kind];
    const fields = Object.entries(values).map(([name, value]) => ({ name, value }));
    return { kind: kind.toUpperCase(), organisationId, title, values: fields, dueFrom, dueOn, source: "Circulaire" };
  };
  const listed = async (who: SignedIn): Promise<readonly string[]> => {
    const query = `{ planRecords(first: 100, order: TITLE) { edges { node { title } } } }`;
    const { data } = await who.graphql<{ planRecords: { edges: { node: { title: string } }[] } }>(query);
    return data?.planRecords.edges.map(({ node }) => node.title) ?? [];
  };

  it("take a body's decision to build or buy from its declarant, and its arbitration from somebody else", async () => {
    const declarant = await as("declarant", of.economie);
    const validator = await as("validator", of.economie);
    const draft = await told(declarant, "declarePlanRecord", saying("sourcing", of.economie, "Un moteur de recherche"));
    expect(draft).toMatchObject({
      __typename: "PlanRecord",
      state: "draft",
      steps: [{ to: "arbitrated", decided: true }],
    });
    const step = { id: draft["id"], version: 1, to: "arbitrated", reason: "Le dossier est complet." };
    expect(await told(declarant, "movePlanRecord", step)).toMatchObject({ code: "plan.other_verb" });
    expect(await told(declarant, "decidePlanRecord", step)).toMatchObject({ __typename: "Forbidden" });
    expect(await told(validator, "decidePlanRecord", step)).toMatchObject({ state: "arbitrated", steps: [] });
    expect(
      await told(declarant, "correctPlanRecord", {
        ...{ id: draft["id"], version: 2, title: "Autre", source: "Circulaire", reason: "Relu." },
        values: saying("sourcing", of.economie, "").values,
      }),
    ).toMatchObject({ code: "plan.ended" });
  });

  it("are one person's to write and another's to arbitrate even when that person is both", async () => {
    const both = await as(["declarant", "validator"], of.economie);
    const draft = await told(both, "declarePlanRecord", saying("sourcing", of.economie, "Un annuaire"));
    const step = { id: draft["id"], version: 1, to: "arbitrated", reason: "Je me suis convaincu." };
    expect(await told(both, "decidePlanRecord", step)).toMatchObject({ __typename: "Forbidden" });
  });

  it("are read by all where the State says them, and within its scope where a body keeps them", async () => {
    const cell = await as("ai_cell", of.etat);
    const economie = await as("declarant", of.economie);
    const culture = await as("declarant", of.culture);
    await told(cell, "declarePlanRecord", saying("guide", of.etat, "Guide d'usage 2"));
    await told(economie, "declarePlanRecord", saying("contact", of.economie, "FSSI de Bercy"));
    expect(await listed(culture)).toContain("Guide d'usage 2");
    expect(await listed(culture)).not.toContain("FSSI de Bercy");
    expect(await listed(economie)).toContain("FSSI de Bercy");
    expect(await listed(await as("committee", of.etat))).not.toContain("FSSI de Bercy");
    const intruder = await told(culture, "declarePlanRecord", saying("contact", of.economie, "Intrus"));
    expect(intruder).toMatchObject({ __typename: "NotFound" });
    expect(await told(culture, "declarePlanRecord", saying("standard", of.culture, "Le mien"))).toMatchObject({
      __typename: "Forbidden",
    });
  });

  it("say field by field what is wrong, and twice the same is refused", async () => {
    const cell = await as("ai_cell", of.etat);
    const indicator = saying("indicator", of.etat, "Fierté au travail");
    const wrong = { ...indicator, values: indicator.values.filter(({ name }) => name !== "value") };
    expect(await told(cell, "declarePlanRecord", wrong)).toMatchObject({ issues: [{ path: "values.value" }] });
    expect(await told(cell, "declarePlanRecord", indicator)).toMatchObject({ state: "stated" });
    expect(await told(cell, "declarePlanRecord", indicator)).toMatchObject({ code: "plan.known_already" });
  });

  it("tell the AI cell of a deadline whose day comes, and nobody else", async () => {
    const cell = await as("ai_cell", of.etat);
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const deadline = { ...saying("deadline", of.etat, "Bientôt"), dueFrom: null, dueOn: soon };
    await told(cell, "declarePlanRecord", deadline);
    const tasks = async (who: SignedIn) =>
      JSON.stringify((await who.graphql<object>("{ tasks { kind title dueAt } }")).data);
    expect(await tasks(cell)).toContain("Bientôt");
    expect(await tasks(await as("declarant", of.economie))).not.toContain("Bientôt");
  });
});
