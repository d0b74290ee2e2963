import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { fileSheets } from "../../control-plane/src/capacity/adapters/sheets/file-sheets.js";
import { DECLARATION_TEMPLATE } from "../../control-plane/src/capacity/domain/template/declaration-template.js";
import { sheetOf } from "../../control-plane/src/capacity/use-cases/imports/export-sheet.js";
import { aLine, needCells } from "../builders/capacity.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { eventually } from "../fakes/eventually.js";
import { internalCall } from "../fakes/internal-call.js";
import { asOwner } from "../fakes/owner-statements.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { statementsDuring } from "../fakes/statement-counter.js";

const database = useDatabase();
let tree: SampleTree;
let socle: TestControlPlane;
let people: Readonly<Record<"operator" | "declarant" | "validator" | "committee" | "elsewhere", SignedIn>>;
let campaignId: string;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const as = (role: Role, organisationId: string) => signedInAs(database, socle.origin, role, organisationId);
  people = {
    operator: await as("ariane_operator", tree.ariane),
    declarant: await as("declarant", tree.economie),
    validator: await as("validator", tree.economie),
    committee: await as("committee", tree.etat),
    elsewhere: await as("declarant", tree.culture),
  };
});
afterAll(() => socle?.stop());

const REFUSAL = "... on Refusal { code message } ... on GuardRefusal { conditions { code met } }";
type Answer = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const ask = async (who: SignedIn, query: string): Promise<Answer> => {
  const answer = await who.graphql<Answer>(query);
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data ?? {};
};
const cellsOf = (cells: ReadonlyMap<string, string>): string =>
  [...cells].map(([field, value]) => `{ field: "${field}", value: "${value}" }`).join(", ");
const transition = (id: string, to: string, version: number) =>
  `mutation { transitionCampaign(input: { id: "${id}", to: ${to}, expectedVersion: ${version} })
    { __typename ... on Campaign { state version } ${REFUSAL} } }`;
const move = (kind: "Declaration" | "Need", id: string, step: string, version: number, more = "") =>
  `mutation { done: moveCapacity${kind}(input: { id: "${id}", step: ${step}, expectedVersion: ${version} ${more} })
    { __typename ... on Capacity${kind} { state version } ${REFUSAL} } }`;

/** Sends a file as the console does; answers its status and body. */
async function upload(who: SignedIn, file: Uint8Array, headers: Record<string, string> = {}) {
  const query = new URLSearchParams({
    campaignId,
    organisationId: tree.economie,
    target: "declaration",
    fileName: "declaration.xlsx",
  });
  const response = await fetch(`${socle.origin}/capacity/imports?${query}`, {
    method: "POST",
    headers: { cookie: who.cookie, "content-type": "application/octet-stream", ...headers },
    body: file as Uint8Array<ArrayBuffer>,
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}
const tokenOf = async (who: SignedIn) => String((await ask(who, "{ me { csrfToken } }"))["me"]?.["csrfToken"]);

describe("a capacity campaign over its public doors", () => {
  it("is prepared and opened by ARIANE, once for one key, and ministries hear of it then", async () => {
    const create = `mutation { createCampaign(input: { name: "Capacités 2027", kind: CAPACITY, firstQuarter: "2026Q4",
      opensAt: "2026-01-01T00:00:00Z", closesAt: "2040-01-01T00:00:00Z", quarterCount: 2, idempotencyKey: "campaign-1" })
      { __typename ... on Campaign { id state quarters } ${REFUSAL} } }`;
    const first = (await ask(people.operator, create))["createCampaign"];
    expect(first).toMatchObject({ state: "DRAFT", quarters: ["2026Q4", "2027Q1"] });
    expect((await ask(people.operator, create))["createCampaign"]).toEqual(first);
    expect((await ask(people.declarant, create))["createCampaign"]).toMatchObject({ __typename: "Forbidden" });
    campaignId = String(first?.["id"]);
    const named = `{ campaign(id: "${campaignId}") { name declarationTemplate { key header { fr } rule } } }`;
    expect(await ask(people.declarant, named)).toEqual({ campaign: null });
    expect((await ask(people.operator, transition(campaignId, "OPEN", 1)))["transitionCampaign"]).toMatchObject({
      state: "OPEN",
    });
    const stale = (await ask(people.operator, transition(campaignId, "CLOSED", 1)))["transitionCampaign"];
    expect(stale).toMatchObject({ __typename: "Conflict", code: "campaign.changed" });
    expect(stale?.["message"]).toContain("version 2 stands");
    expect((await ask(people.declarant, named))["campaign"]).toMatchObject({ name: "Capacités 2027" });
  });

  it("takes a file by HTTP, shows what was read, and makes it a declaration when it is accepted", async () => {
    const lines = [
      aLine({ pool: "lyon-h100", shareablePercent: 50 }),
      aLine({
        reference: "L-002",
        site: "Évry, salle des machines",
        gpuType: "L40S-48GB",
        shareablePercent: 100,
        keptGpus: 4,
      }),
    ];
    const records = lines.map((line) => ({ ...line }));
    const file = await fileSheets.write("xlsx", sheetOf(DECLARATION_TEMPLATE, "fr", records));
    const token = await tokenOf(people.declarant);
    expect((await upload(people.declarant, file)).body).toMatchObject({ code: "csrf.invalid" });
    expect((await upload(people.declarant, new Uint8Array(), { "x-socle-csrf": token })).status).toBe(400);
    const elsewhere = await upload(people.elsewhere, file, { "x-socle-csrf": await tokenOf(people.elsewhere) });
    expect(elsewhere).toMatchObject({ status: 404 });
    const started = await upload(people.declarant, file, { "x-socle-csrf": token, "idempotency-key": "file-key-1" });
    expect(started.status).toBe(202);
    const id = started.body["id"] ?? "";
    const look = `{ capacityImport(id: "${id}") { state rowsRead progress errors { edges { node { cell code } } } } }`;
    await eventually(async () => {
      expect((await ask(people.declarant, look))["capacityImport"]).toMatchObject({ state: "PREVIEWED", rowsRead: 2 });
    });
    const accept = `mutation { acceptCapacityImport(id: "${id}")
      { __typename ... on CapacityImport { state } ${REFUSAL} } }`;
    expect((await ask(people.validator, accept))["acceptCapacityImport"]).toMatchObject({ __typename: "Forbidden" });
    expect((await ask(people.declarant, accept))["acceptCapacityImport"]).toMatchObject({ state: "ACCEPTED" });
    const found = await ask(
      people.declarant,
      `{ capacityLines(filter: { campaignId: "${campaignId}", search: "evry machine" })
        { edges { node { reference offeredGpus organisation { slug } declaration { state } } } } }`,
    );
    expect(found).toEqual({
      capacityLines: {
        edges: [
          {
            node: {
              reference: "L-002",
              offeredGpus: 8,
              organisation: { slug: "economie" },
              declaration: { state: "DRAFT" },
            },
          },
        ],
      },
    });
  });

  it("lets a declaration through by both hands, over-commitment only by name, and shows versions side by side", async () => {
    const list = `{ capacityDeclarations(filter: { campaignId: "${campaignId}" }) { edges { node { id version state lineCount
      completeness steps { step allowed reasonCode } } } } }`;
    const [edge] = (await ask(people.declarant, list))["capacityDeclarations"]?.["edges"] as {
      node: Answer & { id: string; version: number };
    }[];
    const { id, version } = edge?.node ?? { id: "", version: 0 };
    expect(edge?.node).toMatchObject({ lineCount: 2, steps: [{ step: "SUBMIT", allowed: true, reasonCode: null }] });
    expect(await ask(people.declarant, move("Declaration", id, "SUBMIT", version))).toMatchObject({
      done: { state: "SUBMITTED" },
    });
    const refused = (await ask(people.validator, move("Declaration", id, "VALIDATE", version + 1)))["done"];
    expect(refused).toMatchObject({ __typename: "GuardRefusal", code: "declaration.not_over_committed" });
    expect(refused?.["message"]).toContain("L-002");
    const back = move("Declaration", id, "SEND_BACK", version + 1, `reason: "La ligne L-002 promet trop."`);
    expect((await ask(people.validator, back))["done"]).toMatchObject({ state: "RETURNED" });
    const change = `mutation { changeCapacityLines(input: { id: "${id}", expectedVersion: ${version + 2}, put: [{ cells: [
      { field: "reference", value: "L-003" }, { field: "site", value: "Lyon" }, { field: "hosting", value: "state_internal" },
      { field: "gpuType", value: "H100-80GB" }, { field: "gpuCount", value: "4" }, { field: "labels", value: "dr" },
      { field: "acquisitionMode", value: "owned" }] }] })
      { __typename ... on CapacityDeclaration { version gpuCount } ${REFUSAL} } }`;
    expect((await ask(people.declarant, change))["changeCapacityLines"]).toMatchObject({ gpuCount: 20 });
    await ask(people.declarant, move("Declaration", id, "SUBMIT", version + 3));
    const byName = `overCommitmentReason: "Les GPU conservés le sont la nuit seulement."`;
    expect(
      (await ask(people.validator, move("Declaration", id, "VALIDATE", version + 4, byName)))["done"],
    ).toMatchObject({ state: "VALIDATED" });
    await ask(people.operator, move("Declaration", id, "REVIEW", version + 5));
    expect((await ask(people.operator, move("Declaration", id, "ACCEPT", version + 6)))["done"]).toMatchObject({
      state: "ACCEPTED",
    });
    const seen = await ask(
      people.operator,
      `{ capacityDeclaration(id: "${id}") { state overCommitment { reason } history { to reason }
        compare(from: ${version}, to: ${version + 7}) { line presence } } }`,
    );
    expect(seen["capacityDeclaration"]).toMatchObject({
      overCommitment: { reason: "Les GPU conservés le sont la nuit seulement." },
      compare: [{ line: "L-003", presence: "added" }],
    });
    const journal = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ use_case: string; data: Answer }>(
        ctx,
        "SELECT use_case, data FROM governance_event WHERE subject_id = $1 AND use_case LIKE 'capacity.%-declaration' ORDER BY id",
        [id],
      ),
    );
    expect(journal.map(({ use_case }) => use_case)).toContain("capacity.send-back-declaration");
    expect(journal.at(-1)?.data).toMatchObject({ before: { state: "reviewed" }, after: { state: "accepted" } });
  });

  it("takes needs once for one key, and refuses figures out of order with the field's name", async () => {
    const create = (cells: ReadonlyMap<string, string>, key: string) =>
      `mutation { createCapacityNeed(input: { campaignId: "${campaignId}", organisationId: "${tree.dgfip}",
        cells: [${cellsOf(cells)}], idempotencyKey: "${key}" })
        { __typename ... on CapacityNeed { id reference quantities { quarter likely } } ${REFUSAL}
          ... on InvalidInput { issues { path message } } } }`;
    const wrong = (await ask(people.declarant, create(needCells({ "2027Q1_low": "99999" }), "need-key-0")))[
      "createCapacityNeed"
    ];
    expect(wrong?.["issues"]).toMatchObject([{ path: "cells.2027Q1_likely" }]);
    const first = (await ask(people.declarant, create(needCells(), "need-key-1")))["createCapacityNeed"];
    expect(first).toMatchObject({ reference: "B-001", quantities: [{ likely: 40000 }, { likely: 40000 }] });
    expect((await ask(people.declarant, create(needCells(), "need-key-1")))["createCapacityNeed"]).toEqual(first);
    expect((await ask(people.declarant, create(needCells(), "need-key-2")))["createCapacityNeed"]).toMatchObject({
      code: "need.reference_taken",
    });
    const remark = `mutation { commentOnSubmission(input: { target: NEED, id: "${String(first?.["id"])}", body: "À chiffrer.",
      field: "users" }) { __typename ... on SubmissionComment { body by field version } } }`;
    expect((await ask(people.operator, remark))["commentOnSubmission"]).toMatchObject({
      by: "ariane_operator",
      version: 1,
    });
  });

  it("shows how far each ministry is, and findings where what is seen is not what is declared", async () => {
    await asOwner(
      database,
      `INSERT INTO pool (id, slug, name, gpu_class, gpu_count, accepted_labels, hosting, active, invented)
       VALUES ('${systemIds.next()}', 'lyon-h100', 'Lyon', 'H100-80GB', 6, '{internal}', 'state_internal', true, true)`,
    );
    const check = `mutation { checkDeclaredCapacity(campaignId: "${campaignId}") { __typename
      ... on CapacityFindings { findings { pool declared observed difference closedAt } } ${REFUSAL} } }`;
    expect((await ask(people.operator, check))["checkDeclaredCapacity"]).toMatchObject({
      findings: [{ pool: "lyon-h100", declared: 8, observed: 6, difference: -0.25, closedAt: null }],
    });
    await asOwner(database, "UPDATE pool SET gpu_count = 8 WHERE slug = 'lyon-h100'");
    const [finding] = (await ask(people.operator, check))["checkDeclaredCapacity"]?.["findings"] as Answer[];
    expect(finding?.["closedAt"]).not.toBeNull();
    const counted = { pools: [{ pool: "lyon-h100", gpuType: "H100-80GB", gpus: 12 }] };
    const agent = await internalCall(socle, "cluster-1", "/internal/capacity/observed", counted);
    expect(agent).toEqual({ status: 200, body: { kept: 1 } });
    const unsigned = await fetch(`${socle.origin}/internal/capacity/observed`, { method: "POST" });
    expect(unsigned.status).toBe(401);
    const [open] = (await ask(people.operator, check))["checkDeclaredCapacity"]?.["findings"] as Answer[];
    expect(open).toMatchObject({ observed: 12, difference: 0.5, closedAt: null });
    const findings = `{ capacityFindings(campaignId: "${campaignId}") { pool } }`;
    expect(await ask(people.declarant, findings)).toEqual({ capacityFindings: [] });
    const progress = `{ campaign(id: "${campaignId}") { daysLeft completeness { organisation { slug } declarationState lines
      needs missing } } }`;
    expect((await ask(people.operator, progress))["campaign"]?.["completeness"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          organisation: { slug: "economie" },
          declarationState: "accepted",
          missing: ["need.pending"],
        }),
        expect.objectContaining({ organisation: { slug: "culture" }, missing: ["declaration.none", "need.none"] }),
      ]),
    );
    expect(await ask(people.committee, `{ capacityNeeds { edges { node { id } } } }`)).toEqual({
      capacityNeeds: { edges: [] },
    });
  });

  it("gives files out only to who may read them, which come in as they went", async () => {
    const get = (who: SignedIn, path: string) =>
      fetch(`${socle.origin}/capacity/exports/campaigns/${campaignId}/${path}`, { headers: { cookie: who.cookie } });
    const needs = await get(people.declarant, `needs/${tree.economie}.csv`);
    expect(await needs.text()).toContain("B-001;Assistant de rédaction");
    expect((await get(people.elsewhere, `needs/${tree.economie}.csv`)).status).toBe(404);
    await get(people.operator, `needs/${tree.economie}.csv`);
    await eventually(async () => {
      const reads = await database.write(systemActor("test"), (ctx) =>
        rowsOf<{ reader: string }>(ctx, "SELECT DISTINCT reader FROM detail_read WHERE subject_type LIKE 'Capacity%'"),
      );
      expect(reads).toEqual([{ reader: people.operator.personId }]);
    });
    expect((await get(people.committee, `needs/${tree.economie}.csv`)).status).toBe(404);
    expect((await get(people.declarant, "templates/need.xlsx")).headers.get("content-type")).toContain("spreadsheetml");
    expect((await fetch(`${socle.origin}/capacity/exports/campaigns/${campaignId}/templates/need.csv`)).status).toBe(
      401,
    );
  });

  it("costs as many statements for forty needs as for two, at any depth", async () => {
    await database.write(systemActor("test"), (ctx) =>
      rowsOf(
        ctx,
        `INSERT INTO capacity_need (id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version,
           completeness, created_by, content)
         SELECT gen_random_uuid(), campaign_id, organisation_id, state, declared_by, created_at, updated_at, version,
           completeness, 'system:test', content || jsonb_build_object('reference', 'C-' || lpad(n::text, 3, '0'))
         FROM capacity_need, generate_series(1, 60) AS n WHERE reference = 'B-001'`,
      ),
    );
    const page = (first: number, after: string | null) =>
      `{ capacityNeeds(filter: { campaignId: "${campaignId}" }, first: ${first}, after: ${JSON.stringify(after)}) {
        pageInfo { endCursor } edges { node { reference declaredBy organisation { name } campaign { name }
          steps { step } history { by to } comments { body by } } } } }`;
    const cost = (query: string) => statementsDuring(() => ask(people.operator, query));
    const start = await ask(people.operator, page(2, null));
    const { endCursor } = start["capacityNeeds"]?.["pageInfo"] as { endCursor: string };
    // Jobs in the background send statements too: two quiet moments have to be found.
    await eventually(async () => expect(await cost(page(40, endCursor))).toBe(await cost(page(2, endCursor))));
    const references: string[] = [];
    let after: string | null = null;
    do {
      const { capacityNeeds } = await ask(people.operator, page(25, after));
      const edges = capacityNeeds?.["edges"] as { node: { reference: string } }[];
      references.push(...edges.map(({ node }) => node.reference));
      after = edges.length === 25 ? (capacityNeeds?.["pageInfo"] as { endCursor: string }).endCursor : null;
    } while (after !== null);
    expect(references).toHaveLength(61);
    expect(references).toEqual([...references].sort());
  });

  it("keeps who looked through another ministry's needs: one row a list, none for its own people", async () => {
    const auditor = await signedInAs(database, socle.origin, "auditor", tree.etat);
    const list = `{ capacityNeeds(filter: { campaignId: "${campaignId}" }) { edges { node { reference } } } }`;
    for (const who of [auditor, people.declarant]) await ask(who, list);
    const readers = () =>
      database.write(systemActor("test"), (ctx) =>
        rowsOf<{ reader: string; body: string }>(
          ctx,
          `SELECT reader, organisation_id AS body FROM detail_read
           WHERE subject_type = 'CapacityNeed' AND subject_id = $1 AND reader = ANY ($2)`,
          [campaignId, [auditor.personId, people.declarant.personId]],
        ),
      );
    await eventually(async () => {
      expect(await readers()).toEqual([{ reader: auditor.personId, body: tree.dgfip }]);
    });
  });

  it("is closed to ministries once it is closed", async () => {
    await ask(people.operator, transition(campaignId, "CLOSED", 2));
    const token = await tokenOf(people.declarant);
    const late = await upload(people.declarant, Buffer.from("x"), { "x-socle-csrf": token });
    expect(late).toMatchObject({ status: 409, body: { code: "campaign.open" } });
  });
});
