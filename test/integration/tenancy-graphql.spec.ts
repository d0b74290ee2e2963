import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { PgOrganisationRepository, tenancyUseCases } from "../../control-plane/src/tenancy/index.js";
import { aDeclaration } from "../builders/declaration.js";
import { anOrganisation, plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { runnerOn, runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
const reason = "Décret du jour";
let tree: SampleTree;
let socle: TestControlPlane;
let ariane: SignedIn;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  ariane = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
});
afterAll(() => socle?.stop());

async function told(who: SignedIn, mutation: string, fields: string): Promise<Record<string, unknown>> {
  const query = `mutation { it: ${mutation} { ... on Refusal { code } ... on Organisation { ${fields} } } }`;
  const { data, errors } = await who.graphql<{ it: Record<string, unknown> }>(query);
  expect(errors).toBeUndefined();
  return data?.it ?? {};
}

describe("the tree over GraphQL", () => {
  it("is changed by ARIANE alone, and remembers", async () => {
    const create = `createOrganisation(input: { slug: "patrimoine", name: "Patrimoine", kind: DIRECTION,
      parentId: "${tree.culture}", validFrom: "2026-01-01T00:00:00Z" })`;
    const created = String((await told(ariane, create, "id")).id);
    const validator = await signedInAs(database, socle.origin, "validator", tree.culture);
    const rename = `renameOrganisation(input: { id: "${created}", name: "Patrimoines", reason: "${reason}",
      effectiveOn: "2026-02-01T00:00:00Z" })`;
    expect(await told(validator, rename, "id")).toEqual({ code: "role.missing" });
    expect(await told(ariane, rename, "name history { name until }")).toEqual({
      name: "Patrimoines",
      history: [{ name: "Patrimoine", until: "2026-02-01T00:00:00.000Z" }],
    });
    const move = `moveOrganisation(input: { id: "${tree.culture}", parentId: "${created}", reason: "${reason}" })`;
    expect(await told(ariane, move, "id")).toEqual({ code: "organisation.cycle" });
    const merge = `mergeOrganisation(input: { id: "${created}", intoId: "${tree.culture}", reason: "${reason}" })`;
    expect(await told(ariane, merge, "parentId successor { slug }")).toEqual({
      parentId: tree.culture,
      successor: { slug: "culture" },
    });
    const { data } = await ariane.graphql(`{ then: organisations(at: "2026-01-15T00:00:00Z") { name }
      now: organisations { name } }`);
    const { then, now } = data as Record<"then" | "now", { name: string }[]>;
    expect(then.map(({ name }) => name)).toContain("Patrimoine");
    expect(now.map(({ name }) => name)).not.toContain("Patrimoines");
  });

  it("lets no two moves at the same moment make a cycle together", async () => {
    const organisations = new PgOrganisationRepository();
    const [left, right] = ["gauche", "droite"].map((slug) => anOrganisation({ slug, parentId: tree.etat }));
    if (!left || !right) throw new Error("two organisations are planted");
    const save = (organisation: typeof left) => database.write(system, (ctx) => organisations.save(ctx, organisation));
    for (const each of [left, right]) await save(each);
    for (let round = 0; round < 5; round += 1) {
      const moves = await Promise.all([save({ ...left, parentId: right.id }), save({ ...right, parentId: left.id })]);
      expect([...moves].sort()).toEqual(["cycle", "saved"]);
      await save({ ...left, parentId: tree.etat });
      await save({ ...right, parentId: tree.etat });
    }
  });
});

describe("memberships given at the same moment", () => {
  it("are given once; the others are told that it is held", async () => {
    const person = { name: "Alix", email: "alix@culture.example" };
    const input = { organisationId: tree.culture, role: "declarant", person, validFrom: "2026-01-01T00:00:00Z" };
    await runOn(database, system, tenancyUseCases.giveMembership, { ...input, role: "auditor" });
    const given = await Promise.all(
      [1, 2, 3, 4].map(() => runnerOn(database).run(system, tenancyUseCases.giveMembership, input)),
    );
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of given) if (!each.ok) expect(each.refusal.code).toBe("membership.held");
  });
});

describe("people of an organisation", () => {
  it("are administered by its validator, within what stands below it, and never by giving a contractor validation", async () => {
    const validator = await signedInAs(database, socle.origin, "validator", tree.economie);
    const give = (
      organisationId: string,
      role: string,
    ) => `mutation { giveMembership(input: { organisationId: "${organisationId}",
      role: ${role}, name: "Sam Petit", email: "sam@economie.example", validFrom: "2026-01-01T00:00:00Z",
      validTo: "2027-01-01T00:00:00Z" }) { __typename ... on Membership { holder validTo } ... on Refusal { code } } }`;
    expect((await validator.graphql(give(tree.dgfip, "DECLARANT"))).data).toEqual({
      giveMembership: { __typename: "Membership", holder: "Sam Petit", validTo: "2027-01-01T00:00:00.000Z" },
    });
    expect((await validator.graphql(give(tree.culture, "DECLARANT"))).data).toMatchObject({
      giveMembership: { __typename: "NotFound" },
    });
    expect((await validator.graphql(give(tree.dgfip, "AI_CELL"))).data).toMatchObject({
      giveMembership: { code: "membership.not_yours" },
    });
    await asOwner(database, "UPDATE person SET contractor = true WHERE email = 'sam@economie.example'");
    expect((await validator.graphql(give(tree.dgfip, "VALIDATOR"))).data).toMatchObject({
      giveMembership: { code: "membership.contractor" },
    });
    const list = `{ memberships(organisationId: "${tree.dgfip}") { role holder } }`;
    expect((await validator.graphql(list)).data).toEqual({ memberships: [{ role: "DECLARANT", holder: "Sam Petit" }] });
    for (const role of ["declarant", "ai_cell", "committee"] as const) {
      const other = await signedInAs(database, socle.origin, role, role === "declarant" ? tree.dgfip : tree.etat);
      expect((await other.graphql(list)).data).toEqual({ memberships: [] });
    }
  });
});

describe("a detail of another ministry", () => {
  it("leaves one row for each reading, which that ministry sees; its own people leave none", async () => {
    const useCase = await runOn(database, system, registryUseCases.importUseCase, {
      ...aDeclaration,
      ...{
        slug: "lu",
        serviceClass: "interactive",
        decisionRole: "assist",
        affectsIndividuals: false,
        staffEffect: "augmentation",
        organisationId: tree.dgfip,
        state: "deployed",
      },
    });
    const read = `{ useCase(id: "${useCase.id}") { slug } }`;
    const own = await signedInAs(database, socle.origin, "validator", tree.economie);
    const elsewhere = await signedInAs(database, socle.origin, "validator", tree.culture);
    const cell = await signedInAs(database, socle.origin, "ai_cell", tree.etat);
    for (const who of [own, ariane, cell, cell])
      expect((await who.graphql(read)).data).toEqual({ useCase: { slug: "lu" } });
    expect((await elsewhere.graphql(read)).data).toEqual({ useCase: null });
    const rows = () =>
      database.transactions.read(system, (ctx) =>
        rowsOf<{ reader: string }>(ctx, "SELECT reader FROM detail_read WHERE subject_id = $1", [useCase.id]),
      );
    await expect.poll(async () => (await rows()).length).toBe(3);
    const readers = (await rows()).map(({ reader }) => reader).sort();
    expect(readers).toEqual([ariane.personId, cell.personId, cell.personId].sort());
    const list =
      "{ detailReads(first: 2) { edges { node { subjectType organisation { slug } } } pageInfo { hasNextPage } } }";
    const edge = { node: { subjectType: "UseCase", organisation: { slug: "dgfip" } } };
    expect((await own.graphql(list)).data).toEqual({
      detailReads: { edges: [edge, edge], pageInfo: { hasNextPage: true } },
    });
    expect((await elsewhere.graphql(list)).data).toMatchObject({ detailReads: { edges: [] } });
  });
});
