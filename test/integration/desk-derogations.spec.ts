import { parisDay, addDays, type SnapshotV1 } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { deskScene, type DeskScene } from "../builders/desk-scene.js";
import { useDatabase } from "../fakes/database.js";
import type { SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
const RULE = "sovereignty/sren31-secnumcloud";
const TODAY = parisDay(new Date());
const SAID = `__typename ... on Refusal { code } ... on GuardRefusal { conditions { code met } }
  ... on InvalidInput { issues { path } } ... on Derogation { id version state standing requestedBy }`;

let scene: DeskScene;
let declarant: SignedIn;
let validator: SignedIn;
let compliance: SignedIn;
let elsewhere: SignedIn;

beforeAll(async () => {
  scene = await deskScene(database);
  const { tree, as } = scene;
  declarant = await as("declarant", tree.dgfip);
  validator = await as("validator", tree.economie);
  compliance = await as("compliance", tree.etat);
  elsewhere = await as("declarant", tree.culture);
});
afterAll(() => scene?.socle.stop());

const request = (fields = "", endsOn = addDays(TODAY, 300)) => `mutation { it: requestDerogation(input: {
  useCaseId: "${scene.useCaseId}", rule: "${RULE}", motive: "Aucune offre qualifiée", guarantees: "Chiffrement",
  notice: "À titre transitoire", startsOn: "${TODAY}", endsOn: "${endsOn}" ${fields} }) { ${SAID} } }`;
const decision = (authority: string) =>
  `{ authority: "${authority}", reference: "Décision ${authority}", on: "${TODAY}" }`;
const endorse = (id: string, version = 1) =>
  `mutation { it: endorseDerogation(input: { id: "${id}", version: ${version}, decision: ${decision("minister")} }) { ${SAID} } }`;
const grant = (id: string, version = 2) =>
  `mutation { it: grantDerogation(input: { id: "${id}", version: ${version}, decisions: [${decision("prime_minister")}] }) { ${SAID} } }`;
const close = (verb: string, id: string, version: number) =>
  `mutation { it: ${verb}(input: { id: "${id}", version: ${version}, reason: "Offre qualifiée" }) { ${SAID} } }`;

const lifted = (snapshot: { readonly derogations?: readonly { readonly id: string }[] }) =>
  (snapshot.derogations ?? []).map(({ id }) => id);

describe("a derogation", () => {
  it("goes from the ministry to the schedulers by three people, and leaves with its revocation", async () => {
    const asked = await scene.ask(declarant, request());
    expect(asked).toMatchObject({ state: "REQUESTED", standing: "REQUESTED", requestedBy: "declarant" });
    expect(await scene.ask(validator, endorse(asked.id))).toMatchObject({ state: "ENDORSED", version: 2 });
    expect(await scene.ask(compliance, grant(asked.id))).toMatchObject({ state: "GRANTED", standing: "ACTIVE" });
    const snapshot = await scene.snapshotWith((each) => lifted(each).includes(asked.id));
    expect(snapshot.derogations).toEqual([
      {
        ...{ id: asked.id, rule: RULE, useCaseId: scene.useCaseId, authority: "minister+prime_minister" },
        ...{ from: TODAY, to: addDays(TODAY, 300) },
      },
    ]);
    const notices = `{ it: derogationNotices { edges { node { rule body useCase notice decisions { authority } revokedAt } } } }`;
    expect(await scene.ask(elsewhere, notices)).toMatchObject({
      edges: [
        {
          node: {
            ...{ rule: RULE, body: "dgfip", useCase: "Courriers", notice: "À titre transitoire", revokedAt: null },
            decisions: [{ authority: "minister" }, { authority: "prime_minister" }],
          },
        },
      ],
    });
    expect(await scene.ask(compliance, close("revokeDerogation", asked.id, 3))).toMatchObject({ state: "REVOKED" });
    await scene.snapshotWith((each) => !lifted(each).includes(asked.id));
    const told = await scene.ask(elsewhere, notices);
    expect(told).not.toMatchObject({ edges: [{ node: { revokedAt: null } }] });
    const events = await database.write(system, (ctx) =>
      rowsOf<{ use_case: string; data: unknown }>(
        ctx,
        `SELECT use_case, data FROM governance_event WHERE subject_id = $1 ORDER BY id`,
        [asked.id],
      ),
    );
    expect(events.map((event) => event.use_case)).toEqual([
      "compliance.request-derogation",
      "compliance.endorse-derogation",
      "compliance.grant-derogation",
      "compliance.revoke-derogation",
    ]);
    expect(events[2]?.data).toMatchObject({ before: { state: "endorsed" }, after: { state: "granted" } });
  });

  it("is no longer than its rule lets it be, from a rule that lets itself be lifted", async () => {
    expect(await scene.ask(declarant, request("", addDays(TODAY, 600)))).toMatchObject({
      issues: [{ path: "endsOn" }],
    });
    const never = request().replace(RULE, "security/dr-accredited");
    expect(await scene.ask(declarant, never)).toMatchObject({ issues: [{ path: "rule" }] });
    const unknown = request().replace(RULE, "security/unheard-of");
    expect(await scene.ask(declarant, unknown)).toMatchObject({ code: "rule.not_found" });
  });

  it("that has ended is in no snapshot, whatever its state says", async () => {
    const asked = await scene.ask(declarant, request());
    await scene.ask(validator, endorse(asked.id));
    await scene.ask(compliance, grant(asked.id));
    await scene.snapshotWith((each) => lifted(each).includes(asked.id));
    // As if its last day had been yesterday.
    await database.write(system, (ctx) =>
      countOf(ctx, `UPDATE derogation SET starts_on = $2, ends_on = $3 WHERE id = $1`, [
        ...[asked.id, addDays(TODAY, -30), addDays(TODAY, -1)],
      ]),
    );
    await scene.ask(declarant, request());
    await scene.snapshotWith((each) => !lifted(each).includes(asked.id));
    expect(await scene.ask(declarant, `{ it: derogation(id: "${asked.id}") { standing } }`)).toEqual({
      standing: "EXPIRED",
    });
  });

  it("ends for schedulers and for everybody with the first acceptable offer, after which there is no other", async () => {
    const asked = await scene.ask(declarant, request());
    await scene.ask(validator, endorse(asked.id));
    await scene.ask(compliance, grant(asked.id));
    await scene.snapshotWith((each) => lifted(each).includes(asked.id));
    const found = `mutation { it: recordMarketSearch(input: { useCaseId: "${scene.useCaseId}", rule: "${RULE}",
      offer: "Offre qualifiée", on: "${addDays(TODAY, -520)}", reference: "Note 3" }) {
        ${SAID.replace("Derogation", "MarketSearch").replace("state standing requestedBy", "standing")} } }`;
    expect(await scene.ask(declarant, found)).toMatchObject({ code: "role.missing" });
    const search = await scene.ask(compliance, found);
    expect(search).toMatchObject({ standing: true });
    const shown = `{ it: derogation(id: "${asked.id}") { endsOn marketSearches { offer standing } } }`;
    const ended = await scene.ask(declarant, shown);
    expect(ended).toMatchObject({ marketSearches: [{ offer: "Offre qualifiée", standing: true }] });
    const last = String(ended["endsOn"]);
    expect(last < addDays(TODAY, 40)).toBe(true);
    const until = (each: SnapshotV1) => each.derogations?.find(({ id }) => id === asked.id)?.to;
    await scene.snapshotWith((each) => until(each) === last);
    const notices = await database.write(system, (ctx) =>
      rowsOf(ctx, `SELECT ends_on::text FROM derogation_notice WHERE derogation_id = $1`, [asked.id]),
    );
    expect(notices).toEqual([{ ends_on: last }]);
    expect(await scene.ask(declarant, request("", addDays(last, 1)))).toMatchObject({ issues: [{ path: "endsOn" }] });
    const back = `mutation { it: withdrawMarketSearch(input: { id: "${search.id}", version: 1, reason: "Erreur" }) {
      __typename ... on GuardRefusal { conditions { code } } ... on MarketSearch { standing } } }`;
    expect(await scene.ask(compliance, back)).toMatchObject({ conditions: [{ code: "withdrawer_is_not_finder" }] });
    expect(await scene.ask(await scene.as("compliance", scene.tree.etat), back)).toMatchObject({ standing: false });
  });

  it("is created once for one key", async () => {
    const once = request(', idempotencyKey: "derogation-1"');
    const [first, second] = [await scene.ask(declarant, once), await scene.ask(declarant, once)];
    expect(second.id).toBe(first.id);
  });
});

describe("what nobody may", () => {
  it("read another ministry's motive, by list, by id, by use case or by SQL", async () => {
    const asked = await scene.ask(declarant, request());
    expect(await scene.ask(declarant, `{ it: derogation(id: "${asked.id}") { motive } }`)).toEqual({
      motive: "Aucune offre qualifiée",
    });
    const { data } = await elsewhere.graphql(`{ derogation(id: "${asked.id}") { motive }
      derogations { edges { node { motive } } } useCase(id: "${scene.useCaseId}") { derogations { motive } } }`);
    expect(data).toEqual({ derogation: null, derogations: { edges: [] }, useCase: null });
    const actor = {
      ...({ kind: "person", id: elsewhere.personId, name: "x", contractor: false, mfa: true } as const),
      memberships: [{ organisationId: scene.tree.culture, role: "declarant" as const }],
    };
    const seen = await database.transactions.read(actor, (ctx) => rowsOf(ctx, "SELECT motive FROM derogation"));
    expect(seen).toEqual([]);
  });

  it("ask for another ministry's use case, endorse what they asked, or grant to themselves", async () => {
    expect(await scene.ask(elsewhere, request())).toMatchObject({ code: "use_case.not_found" });
    const asked = await scene.ask(declarant, request());
    expect(await scene.ask(declarant, endorse(asked.id))).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, endorse(asked.id))).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, grant(asked.id, 1))).toMatchObject({ code: "derogation.guard_unmet" });
    await scene.ask(validator, endorse(asked.id));
    for (const who of [declarant, validator])
      expect(await scene.ask(who, grant(asked.id))).toMatchObject({ __typename: "Forbidden", code: "role.missing" });
    // The cell's own member of the ministry that asks: their role would do, their body forbids it.
    const own = await scene.as("compliance", scene.tree.economie);
    expect(await scene.ask(own, grant(asked.id))).toMatchObject({ __typename: "Forbidden", code: "organisation.own" });
  });

  it("write as an auditor, or decide on what changed meanwhile", async () => {
    const auditor = await scene.as("auditor", scene.tree.etat);
    const asked = await scene.ask(declarant, request());
    for (const operation of [request(), endorse(asked.id), grant(asked.id), close("revokeDerogation", asked.id, 1)])
      expect(await scene.ask(auditor, operation)).toMatchObject({ __typename: "Forbidden" });
    expect(await scene.ask(auditor, `{ it: derogation(id: "${asked.id}") { motive } }`)).toEqual({
      motive: "Aucune offre qualifiée",
    });
    await scene.ask(validator, endorse(asked.id));
    expect(await scene.ask(compliance, close("refuseDerogation", asked.id, 1))).toMatchObject({
      code: "record.changed",
    });
  });
});
