import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { pgCapacityPorts } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity-ports.js";
import { PgImportStore } from "../../control-plane/src/capacity/adapters/postgres/pg-import.store.js";
import { fileSheets } from "../../control-plane/src/capacity/adapters/sheets/file-sheets.js";
import { DECLARATION_TEMPLATE } from "../../control-plane/src/capacity/domain/template/declaration-template.js";
import { sheetOf } from "../../control-plane/src/capacity/use-cases/imports/export-sheet.js";
import { aCampaign, aLine } from "../builders/capacity.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { spawnControlPlane, type ControlPlaneProcess } from "../fakes/control-plane-process.js";
import { useDatabase } from "../fakes/database.js";
import { eventually } from "../fakes/eventually.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
const ports = pgCapacityPorts();
const imports = new PgImportStore();
/** Enough for reading to take a moment, which is when processes die. */
const ROWS = 20_000;
const campaign = aCampaign({ id: systemIds.next(), closesAt: new Date("2040-01-01T00:00:00Z") });
let tree: SampleTree;
let id = "";
let first: ControlPlaneProcess;

beforeAll(async () => {
  tree = await plantTree(database);
  await database.write(system, (ctx) => ports.campaigns.insert(ctx, campaign, null));
});

async function upload(who: SignedIn, origin: string, file: Uint8Array): Promise<string> {
  const token = (await who.graphql<{ me: { csrfToken: string } }>("{ me { csrfToken } }")).data?.me.csrfToken ?? "";
  const query = new URLSearchParams({
    ...{ campaignId: campaign.id, organisationId: tree.economie, target: "declaration", fileName: "declaration.csv" },
  });
  const response = await fetch(`${origin}/capacity/imports?${query}`, {
    method: "POST",
    headers: { cookie: who.cookie, "content-type": "application/octet-stream", "x-socle-csrf": token },
    body: file as Uint8Array<ArrayBuffer>,
  });
  return ((await response.json()) as { id: string }).id;
}
const standing = () => database.write(system, (ctx) => imports.find(ctx, id));
const accept = (who: SignedIn) =>
  who.graphql<{ done: { state?: string } }>(
    `mutation { done: acceptCapacityImport(id: "${id}") { ... on CapacityImport { state } ... on Refusal { code message } } }`,
  );
/** What an import half done would show. */
const traces = () =>
  database.write(system, async (ctx) => {
    const declaration = await ports.declarations.findInProgress(ctx, campaign.id, tree.economie);
    const [lines] = await rowsOf<{ total: string }>(ctx, "SELECT count(*) AS total FROM capacity_line");
    const [told] = await rowsOf<{ total: string }>(
      ctx,
      "SELECT count(*) AS total FROM governance_event WHERE use_case = 'capacity.accept-import'",
    );
    return { declaration: declaration?.lineCount ?? null, lines: Number(lines?.total), told: Number(told?.total) };
  });

describe("an import whose process is killed", () => {
  it("while it reads, counts for nothing, and the next process reads it anew to its end", async () => {
    const rows = Array.from({ length: ROWS }, (_, at) => ({ ...aLine({ reference: `L-${String(at)}` }) }));
    const file = await fileSheets.write("csv", sheetOf(DECLARATION_TEMPLATE, "fr", rows));
    first = await spawnControlPlane(database.urls.appUrl);
    const declarant = await signedInAs(database, first.origin, "declarant", tree.economie);
    id = await upload(declarant, first.origin, file);
    await eventually(async () => expect((await standing())?.rowsRead).toBeGreaterThan(0));
    await first.kill();
    const left = await standing();
    expect(left).toMatchObject({ state: "reading" });
    expect(left?.rowsRead).toBeLessThan(ROWS);
    expect(await traces()).toEqual({ declaration: null, lines: 0, told: 0 });

    first = await spawnControlPlane(database.urls.appUrl);
    const read = async () => expect((await standing())?.state).toBe("previewed");
    await vi.waitFor(read, { timeout: 60_000, interval: 100 });
    expect(await standing()).toMatchObject({ rowsRead: ROWS, errorCount: 0 });
  });

  it("while it is taken over, leaves the preview as it was, and can be accepted again", async () => {
    const declarant = await signedInAs(database, first.origin, "declarant", tree.economie);
    const gate = new pg.Client({ connectionString: database.urls.ownerUrl });
    await gate.connect();
    await gate.query("BEGIN");
    await gate.query("LOCK TABLE capacity_line IN SHARE MODE");
    const answer = accept(declarant).catch(() => null);
    // Its transaction has written the import and the declaration, and waits for the lines.
    const waits = "SELECT 1 FROM pg_locks WHERE relation = 'capacity_line'::regclass AND NOT granted";
    await eventually(async () => expect((await gate.query(waits)).rowCount).toBe(1));
    await first.kill();
    await answer;
    await gate.query("ROLLBACK");
    await gate.end();
    await eventually(async () => expect(await standing()).toMatchObject({ state: "previewed", rowsRead: ROWS }));
    expect(await traces()).toEqual({ declaration: null, lines: 0, told: 0 });

    const second = await spawnControlPlane(database.urls.appUrl);
    const again = await signedInAs(database, second.origin, "declarant", tree.economie);
    expect((await accept(again)).data?.done).toEqual({ state: "ACCEPTED" });
    expect(await traces()).toEqual({ declaration: ROWS, lines: ROWS, told: 1 });
    await second.kill();
  });
});
