import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditReport } from "../../control-plane/src/audit-report/domain/audit-report.js";
import type { PersonActor, Role } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let tree: SampleTree;
let socle: TestControlPlane;
let alix: SignedIn;
let sacha: SignedIn;
let andrea: SignedIn;
let noa: SignedIn;
let lou: SignedIn;
let remi: SignedIn;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const somebody = (role: Role, organisation: string) => signedInAs(database, socle.origin, role, organisation);
  alix = await somebody("declarant", tree.culture);
  sacha = await somebody("declarant", tree.economie);
  andrea = await somebody("ariane_operator", tree.ariane);
  noa = await somebody("compliance", tree.ariane);
  lou = await somebody("compliance", tree.ariane);
  remi = await somebody("auditor", tree.ariane);
});
afterAll(() => socle?.stop());

type Told = Record<string, string | null>;
async function told(who: SignedIn, mutation: string): Promise<Told> {
  const query = `mutation { it: ${mutation} { ... on EmergencyAccess { id state } ... on Refusal { code } } }`;
  const { data, errors } = await who.graphql<{ it: Told }>(query);
  expect(errors).toBeUndefined();
  return data?.it ?? {};
}
const ask = (
  organisation: string,
  role = "VALIDATOR",
) => `askEmergencyAccess(input: { organisationId: "${organisation}",
  role: ${role}, hours: 4, reason: "Le validateur ne répond pas" })`;
const act = (verb: string, id: string | null | undefined) =>
  `${verb}EmergencyAccess(input: { id: "${id ?? ""}", reason: "Vu ce jour" })`;
const tasksOf = async (who: SignedIn) => {
  const { data } = await who.graphql<{ tasks: { kind: string }[] }>("{ tasks { kind } }");
  return data?.tasks.map(({ kind }) => kind).filter((kind) => kind.startsWith("emergency.")) ?? [];
};
const abilitiesOf = async (who: SignedIn) =>
  (await who.graphql<{ me: { abilities: string[] } }>("{ me { abilities } }")).data?.me.abilities ?? [];
const lentNow = async () => {
  const metrics = await (await fetch(`${socle.origin}/metrics`)).text();
  return /^socle_emergency_accesses (\S+)$/mu.exec(metrics)?.[1];
};
const reported = async (): Promise<AuditReport> => {
  const today = new Date().toISOString().slice(0, 10);
  const address = `${socle.origin}/audit-report/report.json?from=${today}&to=${today}`;
  return (await (await fetch(address, { headers: { cookie: remi.cookie } })).json()) as AuditReport;
};

describe("a role that is lent", () => {
  let id: string | null | undefined;

  it("counts from the second person's answer, while the cell and auditors are alarmed", async () => {
    id = (await told(alix, ask(tree.culture)))["id"];
    expect(await told(alix, ask(tree.culture))).toEqual({ code: "emergency.one_at_a_time" });
    expect([await tasksOf(noa), await tasksOf(andrea), await tasksOf(remi)]).toEqual([
      ["emergency.confirm"],
      ["emergency.confirm"],
      [],
    ]);
    expect(await abilitiesOf(alix)).not.toContain("validate:UseCase");
    expect(await lentNow()).toBe("0");
    expect(await told(alix, act("confirm", id))).toEqual({ code: "role.missing" });
    expect(await told(andrea, act("confirm", id))).toMatchObject({ state: "CONFIRMED" });
    expect(await abilitiesOf(alix)).toContain("validate:UseCase");
    expect(await abilitiesOf(alix)).not.toContain("manage:Membership");
    expect([await tasksOf(noa), await tasksOf(andrea), await tasksOf(remi)]).toEqual([
      ["emergency.lasts"],
      [],
      ["emergency.lasts"],
    ]);
    expect(await lentNow()).toBe("1");
  });

  it("is named by what is done under it, in the journal and in the audit report, until the cell has reviewed it", async () => {
    const answer =
      await alix.graphql(`mutation { askQuestion(input: { organisationId: "${tree.culture}", topic: TECHNICAL,
      title: "Panne", question: "Qui prévenir quand la plateforme est en panne ?" }) { __typename } }`);
    expect(answer.errors).toBeUndefined();
    expect(await told(noa, act("revoke", id))).toMatchObject({ state: "CONFIRMED" });
    expect(await abilitiesOf(alix)).not.toContain("validate:UseCase");
    const [line] = (await reported()).emergencies;
    expect(line).toMatchObject({ role: "validator", reason: "Le validateur ne répond pas", lentBy: andrea.personId });
    expect(line).toMatchObject({ holder: "declarant", finding: null, acts: [{ count: 1 }] });
    expect(await tasksOf(lou)).toEqual(["emergency.review"]);
    expect(await told(alix, ask(tree.culture))).toEqual({ code: "emergency.one_at_a_time" });
    expect(await told(lou, act("review", id))).toMatchObject({ id });
    expect((await reported()).emergencies).toMatchObject([{ finding: "Vu ce jour" }]);
    expect(await tasksOf(lou)).toEqual([]);
    expect(await lentNow()).toBe("0");
  });

  it("is read by those who control and by who had it, not by other bodies", async () => {
    const query = `{ emergencyAccesses(organisationId: "${tree.culture}") { holder decidedBy reviewedBy mine lasts } }`;
    const seen = async (who: SignedIn) =>
      (await who.graphql<{ emergencyAccesses: unknown[] }>(query)).data?.emergencyAccesses.length;
    expect(await Promise.all([alix, sacha, andrea, noa, remi].map(seen))).toEqual([1, 0, 1, 1, 1]);
  });
});

describe("the application's own statements, taken over", () => {
  const sql = (who: SignedIn, role: Role, organisationId: string, statement: string, given: readonly unknown[]) => {
    const actor: PersonActor = {
      ...{ kind: "person", id: who.personId, name: "x", contractor: false, mfa: true },
      memberships: [{ organisationId, role }],
    };
    return database.write(actor, (ctx) => rowsOf(ctx, statement, given));
  };
  const INSERT = `INSERT INTO emergency_access (id, organisation_id, version, role, hours, reason, state, proposed_by,
      proposed_at, decided_by, decided_at, ends_at)
    VALUES ($1, $2, 1, $3, 24, 'x', $4, $5, now(), $6, CASE WHEN $6::text IS NOT NULL THEN now() END,
      CASE WHEN $4 = 'confirmed' THEN now() + interval '1 hour' END)`;
  const CONFIRM = `UPDATE emergency_access SET state = 'confirmed', decided_by = $2, decided_at = now(),
      ends_at = now() + interval '1 hour' WHERE id = $1`;
  const REFUSED = { code: "42501" };

  it("lend, lengthen and review none, alone or in another's name", async () => {
    const asSacha = (statement: string, ...given: readonly unknown[]) =>
      sql(sacha, "declarant", tree.economie, statement, given);
    const insert = (state: string, by: string, decider: string | null, role = "validator") =>
      asSacha(INSERT, systemIds.next(), tree.economie, role, state, by, decider);
    await expect(insert("confirmed", sacha.personId, noa.personId)).rejects.toMatchObject(REFUSED);
    await expect(insert("proposed", alix.personId, null)).rejects.toMatchObject(REFUSED);
    const id = (await told(sacha, ask(tree.economie, "AUDITOR")))["id"];
    for (const by of [sacha, noa]) await expect(asSacha(CONFIRM, id, by.personId)).rejects.toMatchObject(REFUSED);
    // Of an auditor's role: ARIANE does not lend it, whatever the application says.
    const asAndrea = sql(andrea, "ariane_operator", tree.ariane, CONFIRM, [id, andrea.personId]);
    await expect(asAndrea).rejects.toMatchObject(REFUSED);
    expect(await told(noa, act("confirm", id))).toMatchObject({ state: "CONFIRMED" });
    for (const statement of [
      "UPDATE emergency_access SET ends_at = ends_at + interval '1 minute', hours = 24 WHERE id = $1",
      "UPDATE emergency_access SET role = 'compliance' WHERE id = $1",
      "UPDATE emergency_access SET ends_at = now() WHERE id <> $1",
    ])
      await asSacha(statement, id).catch((error: unknown) => expect(error).toMatchObject(REFUSED));
    const review = `UPDATE emergency_access SET ends_at = now(), reviewed_by = $2, reviewed_at = now(), finding = 'x' WHERE id = $1`;
    await expect(asSacha(review, id, sacha.personId)).rejects.toMatchObject(REFUSED);
    await expect(sql(noa, "compliance", tree.ariane, review, [id, noa.personId])).rejects.toMatchObject(REFUSED);
    const [row] = await database.write({ kind: "system", name: "test" }, (ctx) =>
      rowsOf(ctx, "SELECT role, hours FROM emergency_access WHERE id = $1", [id]),
    );
    expect(row).toEqual({ role: "auditor", hours: 4 });
  });
});
