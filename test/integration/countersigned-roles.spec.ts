import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { PersonActor, Role } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let tree: SampleTree;
let socle: TestControlPlane;
let andrea: SignedIn;
let jo: SignedIn;
let noa: SignedIn;
let lou: SignedIn;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  andrea = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
  jo = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
  noa = await signedInAs(database, socle.origin, "compliance", tree.ariane);
  lou = await signedInAs(database, socle.origin, "compliance", tree.ariane);
});
afterAll(() => socle?.stop());

type Told = Record<string, string | null>;
async function told(who: SignedIn, mutation: string): Promise<Told> {
  const query = `mutation { it: ${mutation} { ... on MembershipChange { id state holder address } ... on Refusal { code } } }`;
  const { data, errors } = await who.graphql<{ it: Told }>(query);
  expect(errors).toBeUndefined();
  return data?.it ?? {};
}
const propose = (name: string, role = "AUDITOR") => `proposeMembership(input: { organisationId: "${tree.economie}",
  role: ${role}, name: "${name}", email: "${name}@controle.example", validFrom: "2026-01-01T00:00:00Z", reason: "Mission" })`;
const decide = (verb: string, id: string | null | undefined) =>
  `${verb}MembershipChange(input: { id: "${id ?? ""}", reason: "Décision du jour" })`;
const proposeEnd = (id: string) => `proposeMembershipEnd(input: { id: "${id}", reason: "Départ" })`;
const membershipOf = async (who: SignedIn): Promise<string> => {
  const rows = await database.write({ kind: "system", name: "test" }, (ctx) =>
    rowsOf<{ id: string }>(ctx, "SELECT id FROM membership WHERE person_id = $1", [who.personId]),
  );
  return rows[0]?.id ?? "";
};
const tasksOf = async (who: SignedIn) => {
  const { data } = await who.graphql<{ tasks: { kind: string; title: string; detail: string }[] }>(
    "{ tasks { kind title detail } }",
  );
  return data?.tasks.filter(({ kind }) => kind.startsWith("membership.")) ?? [];
};

describe("a role of an auditor", () => {
  it("is proposed by ARIANE, waits for the cell alone, and counts once it is confirmed", async () => {
    const change = await told(andrea, propose("remi"));
    expect(change).toMatchObject({ state: "PROPOSED", holder: "remi", address: "remi@controle.example" });
    expect(await told(andrea, propose("remi"))).toEqual({ code: "membership.change_waits" });
    const waiting = [{ kind: "membership.confirm", title: "remi", detail: "auditor" }];
    expect(await Promise.all([noa, lou, andrea, jo].map(tasksOf))).toEqual([waiting, waiting, [], []]);
    for (const who of [andrea, jo])
      expect(await told(who, decide("confirm", change["id"]))).toMatchObject({ code: "role.missing" });
    const list = `{ memberships(organisationId: "${tree.economie}") { role holder }
      membershipChanges(organisationId: "${tree.economie}") { state own mine } }`;
    expect((await noa.graphql(list)).data).toEqual({
      memberships: [],
      membershipChanges: [{ state: "PROPOSED", own: false, mine: false }],
    });
    expect(await told(noa, decide("confirm", change["id"]))).toMatchObject({ state: "CONFIRMED" });
    expect((await andrea.graphql(list)).data).toMatchObject({
      memberships: [{ role: "AUDITOR", holder: "remi" }],
      membershipChanges: [{ state: "CONFIRMED", own: true, mine: true }],
    });
    expect(await tasksOf(noa)).toEqual([]);
  });

  it("is refused as it was asked for, and nothing of it stays", async () => {
    const change = await told(andrea, propose("sol"));
    expect(await told(lou, decide("refuse", change["id"]))).toMatchObject({ state: "REFUSED" });
    expect(await told(noa, decide("confirm", change["id"]))).toEqual({ code: "change.decided" });
  });
});

describe("the application's own statements, taken over by an operator", () => {
  const actor = (who: SignedIn, role: Role): PersonActor => ({
    ...{ kind: "person", id: who.personId, name: "x", contractor: false, mfa: true },
    memberships: [{ organisationId: tree.ariane, role }],
  });
  const sql = (who: SignedIn, role: Role, statement: string, given: readonly unknown[]) =>
    database.write(actor(who, role), (ctx) => rowsOf(ctx, statement, given));
  const GIVE = `INSERT INTO membership (id, person_id, organisation_id, role, valid_from) VALUES ($1, $2, $3, 'auditor', now())`;
  const CHANGE = `INSERT INTO membership_change (id, organisation_id, version, act, membership_id, person_id, role, valid_from,
      reason, state, proposed_by, proposed_at, decided_by, decided_at)
    VALUES ($1, $2, 1, 'give', $3, $4, 'auditor', now(), 'x', $5, $6, now(), $7, CASE WHEN $7::text IS NOT NULL THEN now() END)`;
  const REFUSED = { code: "42501" };

  it("give, turn, end or confirm no such role, alone or in another's name", async () => {
    const [id, ends] = [systemIds.next(), await membershipOf(noa)];
    const asAndrea = (statement: string, given: readonly unknown[]) => sql(andrea, "ariane_operator", statement, given);
    await expect(asAndrea(GIVE, [id, andrea.personId, tree.ariane])).rejects.toMatchObject(REFUSED);
    const turn = "UPDATE membership SET role = 'auditor' WHERE id = $1";
    await expect(asAndrea(turn, [await membershipOf(jo)])).rejects.toMatchObject(REFUSED);
    await expect(asAndrea("UPDATE membership SET valid_to = now() WHERE id = $1", [ends])).rejects.toMatchObject(
      REFUSED,
    );
    const forged = (by: string, state = "proposed", decider: string | null = null) =>
      asAndrea(CHANGE, [systemIds.next(), tree.ariane, id, noa.personId, state, by, decider]);
    await expect(forged(jo.personId)).rejects.toMatchObject(REFUSED);
    await expect(forged(jo.personId, "confirmed", andrea.personId)).rejects.toMatchObject(REFUSED);
    const change = await told(andrea, propose("eve"));
    const confirm = `UPDATE membership_change SET state = 'confirmed', version = 2, decided_by = $2, decided_at = now() WHERE id = $1`;
    for (const by of [jo, noa])
      await expect(sql(jo, "ariane_operator", confirm, [change["id"], by.personId])).rejects.toMatchObject(REFUSED);
    const self = `UPDATE membership_change SET person_id = $2 WHERE id = $1`;
    await expect(sql(noa, "compliance", self, [change["id"], noa.personId])).rejects.toMatchObject(REFUSED);
    // What stands for two different people is a check of the table itself, for the platform's statements too.
    const owner = database.write({ kind: "system", name: "test" }, (ctx) =>
      rowsOf(ctx, CHANGE, [systemIds.next(), tree.ariane, id, andrea.personId, "confirmed", jo.personId, jo.personId]),
    );
    await expect(owner).rejects.toMatchObject({ code: "23514" });
  });
});

describe("two of the cell who end each other's role at the same moment", () => {
  it("leave one of them", async () => {
    const [first, second] = [await membershipOf(noa), await membershipOf(lou)];
    const [ofNoa, ofLou] = [await told(andrea, proposeEnd(first)), await told(jo, proposeEnd(second))];
    expect((await tasksOf(noa)).map(({ kind }) => kind)).toEqual(["membership.confirm", "membership.confirm_end"]);
    expect(await told(noa, decide("confirm", ofNoa["id"]))).toEqual({ code: "membership.own_change" });
    const answers = await Promise.all([
      told(lou, decide("confirm", ofNoa["id"])),
      told(noa, decide("confirm", ofLou["id"])),
    ]);
    expect(answers.filter(({ state }) => state === "CONFIRMED")).toHaveLength(1);
    const left = await database.write({ kind: "system", name: "test" }, (ctx) =>
      rowsOf(ctx, "SELECT FROM membership WHERE role = 'compliance' AND valid_to IS NULL"),
    );
    expect(left).toHaveLength(1);
    for (const id of [first, second])
      expect(["membership.nobody_confirms", "membership.not_held"]).toContain(
        (await told(andrea, proposeEnd(id)))["code"],
      );
  });
});
