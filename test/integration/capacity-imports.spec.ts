import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type PersonActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { ImportJobs } from "../../control-plane/src/capacity/adapters/jobs/import-jobs.js";
import { pgCapacityPorts } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity-ports.js";
import { PgImportStore } from "../../control-plane/src/capacity/adapters/postgres/pg-import.store.js";
import { fileSheets } from "../../control-plane/src/capacity/adapters/sheets/file-sheets.js";
import { acceptImport } from "../../control-plane/src/capacity/use-cases/imports/accept-import.use-case.js";
import { cancelImport } from "../../control-plane/src/capacity/use-cases/imports/cancel-import.use-case.js";
import { exportDeclaration, sheetOf } from "../../control-plane/src/capacity/use-cases/imports/export-sheet.js";
import { startImport } from "../../control-plane/src/capacity/use-cases/imports/start-import.use-case.js";
import { DECLARATION_TEMPLATE } from "../../control-plane/src/capacity/domain/template/declaration-template.js";
import type { CapacityImport } from "../../control-plane/src/capacity/domain/import/capacity-import.js";
import { needValues } from "../../control-plane/src/capacity/domain/need/read-need.js";
import { needTemplate } from "../../control-plane/src/capacity/domain/template/need-template.js";
import { moveNeed } from "../../control-plane/src/capacity/use-cases/submissions/move-need.use-case.js";
import { aCampaign, aLine, aNeed } from "../builders/capacity.builder.js";
import { aWorkbook } from "../builders/workbook.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { KeptJobs } from "../fakes/kept-jobs.js";
import { runnerOn, runOn } from "../fakes/run-on.js";

const database = useDatabase();
const system = systemActor("test");
const queue = new KeptJobs();
const ports = { ...pgCapacityPorts(), imports: new PgImportStore(), queue };
const campaign = aCampaign({ id: systemIds.next(), closesAt: new Date("2040-01-01T00:00:00Z") });
let tree: SampleTree;
let declarant: PersonActor;
let jobs: ImportJobs;

beforeAll(async () => {
  tree = await plantTree(database);
  declarant = person("declarant", tree.economie);
  await database.write(system, (ctx) => ports.campaigns.insert(ctx, campaign, null));
  jobs = new ImportJobs(database.transactions, { ...ports, sheets: fileSheets });
});

const person = (role: Role, organisationId: string): PersonActor => ({
  kind: "person",
  id: systemIds.next(),
  name: role,
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});
const send = (file: Uint8Array, fileName: string, idempotencyKey?: string, target = "declaration") =>
  runOn(database, declarant, startImport(ports), {
    campaignId: campaign.id,
    organisationId: tree.economie,
    target,
    format: fileName.endsWith("xlsx") ? "xlsx" : "csv",
    fileName,
    file,
    idempotencyKey,
  });
const found = async (id: string): Promise<CapacityImport | null> =>
  database.transactions.read(declarant, (ctx) => ports.imports.find(ctx, id));
const standing = () =>
  database.transactions.read(declarant, (ctx) => ports.declarations.findInProgress(ctx, campaign.id, tree.economie));
const lines = async () => {
  const declaration = await standing();
  if (declaration === null) return [];
  return database.transactions.read(declarant, (ctx) =>
    ports.declarations.linesAt(ctx, declaration.id, declaration.version),
  );
};
const bomb = () =>
  aWorkbook({ rows: "", sheet: `<worksheet><sheetData>${" ".repeat(60_000_000)}</sheetData></worksheet>` });
const sheet = (...records: ReturnType<typeof aLine>[]) =>
  sheetOf(
    DECLARATION_TEMPLATE,
    "fr",
    records.map((record) => ({ ...record })),
  );

describe("a file of a declaration", () => {
  it("counts for nothing until what was read of it is accepted, and then whole", async () => {
    const rows = [aLine(), aLine({ reference: "L-002", gpuType: "L40S-48GB", gpuCount: 4, annualCostEuros: 1234.5 })];
    const started = await send(await fileSheets.write("csv", sheet(...rows)), "declaration.csv", "first-file");
    expect((await send(await fileSheets.write("csv", sheet(...rows)), "declaration.csv", "first-file")).id).toBe(
      started.id,
    );
    await queue.doAll(jobs);
    expect(await found(started.id)).toMatchObject({ state: "previewed", rowsRead: 2, errorCount: 0, progress: 1 });
    expect(await standing()).toBeNull();
    await runOn(database, declarant, acceptImport(ports), { id: started.id });
    expect(await standing()).toMatchObject({ state: "draft", version: 2, lineCount: 2, gpuCount: 12 });
    expect(await lines()).toEqual(rows);
    const twice = await runnerOn(database).run(declarant, acceptImport(ports), { id: started.id });
    expect(twice).toMatchObject({ ok: false, refusal: { code: "import.previewed" } });
  });

  it("goes out and comes in again as the same lines, as CSV and as XLSX", async () => {
    const before = await standing();
    if (before === null) throw new Error("no declaration");
    for (const format of ["csv", "xlsx"] as const) {
      const rows = await database.transactions.read(declarant, (ctx) =>
        exportDeclaration(ctx, ports.declarations, before.id, "en"),
      );
      const started = await send(await fileSheets.write(format, rows?.rows ?? []), `back.${format}`);
      await queue.doAll(jobs);
      await runOn(database, declarant, acceptImport(ports), { id: started.id });
    }
    const changes = await database.write(system, (ctx) =>
      rowsOf<{ total: string }>(ctx, "SELECT count(*) AS total FROM capacity_line WHERE until_version IS NOT NULL"),
    );
    expect(changes).toEqual([{ total: "0" }]);
    expect(await lines()).toHaveLength(2);
  });

  it("lists what is wrong by row and cell, and is refused whole", async () => {
    const text = [
      "Référence;Site;Hébergement;Type de GPU;Nombre de GPU;Acquisition;Étiquettes acceptées;Coût annuel (€)",
      "A-1;Lyon;Interne à l'État;H100 80 GB;8;Achat;internal;1 200,50",
      "A-2;Lyon;Interne à l'État;H1000;-3;Achat;internal;abc",
      "A-1;Lyon;Interne à l'État;H100-80GB;=4+4;Achat;internal;",
    ].join("\r\n");
    const started = await send(Buffer.from(`\ufeff${text}`), "faux.csv");
    await queue.doAll(jobs);
    const page = await database.transactions.read(declarant, (ctx) => ports.imports.issues(ctx, started.id, 50, null));
    expect(page.rows.map(({ row }) => `${row.cell} ${row.code}`)).toEqual([
      "D3 cell.gpu_type_unknown",
      "E3 cell.out_of_bounds",
      "H3 cell.unreadable",
      "E4 cell.formula",
    ]);
    expect(page.rows[0]?.row.message.fr).toContain("H100-80GB");
    const refused = await runnerOn(database).run(declarant, acceptImport(ports), { id: started.id });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "GuardRefusal", code: "import.no_error" } });
  });

  it("may be given up, and its bytes go", async () => {
    const started = await send(await fileSheets.write("csv", sheet(aLine())), "adieu.csv");
    await runOn(database, declarant, cancelImport(ports), { id: started.id });
    await queue.doAll(jobs);
    expect(await found(started.id)).toMatchObject({ state: "cancelled", rowsRead: 0 });
    const [kept] = await database.write(system, (ctx) =>
      rowsOf<{ bytes: number }>(ctx, "SELECT length(file) AS bytes FROM capacity_import WHERE id = $1", [started.id]),
    );
    expect(kept?.bytes).toBe(0);
  });

  it("that a dead reader left half read is read anew, once", async () => {
    const started = await send(await fileSheets.write("csv", sheet(aLine(), aLine({ reference: "L-9" }))), "mort.csv");
    const claimed = await database.write(system, (ctx) => ports.imports.claim(ctx, started.id));
    if (claimed === null) throw new Error("nothing to claim");
    const chunk = { number: 0, records: [aLine()], issues: [], rowsRead: 1, progress: 0.5 };
    expect(await database.write(system, (ctx) => ports.imports.addChunk(ctx, claimed.taken, chunk))).toBe(true);
    expect(await found(started.id)).toMatchObject({ state: "reading", rowsRead: 1 });
    await queue.doAll(jobs);
    expect(await found(started.id)).toMatchObject({ state: "previewed", rowsRead: 2 });
    expect(await database.write(system, (ctx) => ports.imports.addChunk(ctx, claimed.taken, chunk))).toBe(false);
    expect(await database.transactions.read(declarant, (ctx) => ports.imports.records(ctx, started.id))).toHaveLength(
      2,
    );
  });

  it("that was begun in vain every time says so, unless it was read after all", async () => {
    const [lost, read] = [
      await send(await fileSheets.write("csv", sheet(aLine())), "perdu.csv"),
      await send(await fileSheets.write("csv", sheet(aLine())), "lu.csv"),
    ];
    await database.write(system, (ctx) => ports.imports.claim(ctx, lost.id));
    await jobs.giveUp(lost.id);
    expect(await found(lost.id)).toMatchObject({ state: "failed", failure: { code: "import.interrupted" } });
    await queue.doAll(jobs);
    await jobs.giveUp(read.id);
    expect(await found(lost.id)).toMatchObject({ state: "failed" });
    expect(await found(read.id)).toMatchObject({ state: "previewed" });
  });

  it("of needs is created whole, and refused where it names what nobody has or what has been submitted", async () => {
    const needs = (...records: ReturnType<typeof aNeed>[]) =>
      fileSheets.write("xlsx", sheetOf(needTemplate(campaign.quarters), "fr", records.map(needValues)));
    const first = await send(await needs(aNeed(), aNeed({ reference: "B-002" })), "besoins.xlsx", undefined, "need");
    await queue.doAll(jobs);
    await runOn(database, declarant, acceptImport(ports), { id: first.id });
    const [submitted] = await database.transactions.read(declarant, (ctx) =>
      ports.needs.findByReference(ctx, campaign.id, tree.economie, ["B-002"]),
    );
    const step = { id: submitted?.id, expectedVersion: 1 };
    await runOn(database, declarant, moveNeed(ports, "submit"), step);
    const again = [aNeed({ useCase: "nobody-s" }), aNeed({ reference: "B-002" }), aNeed({ reference: "B-003" })];
    const second = await send(await needs(...again), "besoins.xlsx", undefined, "need");
    await queue.doAll(jobs);
    const page = await database.transactions.read(declarant, (ctx) => ports.imports.issues(ctx, second.id, 50, null));
    expect(page.rows.map(({ row }) => `${row.cell} ${row.code}`)).toEqual([
      "C2 need.use_case_unknown",
      "A3 need.not_editable",
    ]);
  });

  it("of a hundred thousand rows is refused with what to do, and nothing of it is taken over", async () => {
    const heading = "Référence;Site;Hébergement;Type de GPU;Nombre de GPU;Acquisition;Étiquettes acceptées";
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `T-${String(at)};Lyon;Interne à l'État;H100-80GB;8;Achat;internal`,
    );
    const before = await standing();
    const started = await send(Buffer.from([heading, ...rows].join("\r\n")), "cent-mille.csv");
    await queue.doAll(jobs);
    const read = await found(started.id);
    expect(read).toMatchObject({ state: "failed", failure: { code: "file.too_many_rows" } });
    expect(read?.failure?.message).toBe(
      "Plus de 50000 lignes ; envoyez plusieurs fichiers. / More than 50000 rows; send several files.",
    );
    const refused = await runnerOn(database).run(declarant, acceptImport(ports), { id: started.id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "import.previewed" } });
    expect(await standing()).toEqual(before);
  });

  it.each([
    ["that inflates without end", bomb, "file.zip_bomb"],
    ["that is no workbook", () => Promise.resolve(Buffer.from("not a zip")), "file.not_xlsx"],
    ["that is empty", () => aWorkbook({ rows: "" }), "file.empty"],
  ])("%s ends as failed, and says why in both languages", async (_, make, code) => {
    const started = await send(await make(), "classeur.xlsx");
    await queue.doAll(jobs);
    const read = await found(started.id);
    expect(read).toMatchObject({ state: "failed", failure: { code } });
    expect(read?.failure?.message.split(" / ")).toHaveLength(2);
  });

  it("with merged cells lists them by place, and is refused whole", async () => {
    const texts = [
      ["Référence", "Site", "Hébergement", "Type de GPU", "Nombre de GPU", "Acquisition", "Étiquettes acceptées"],
      ["A-1", "Lyon", "Interne à l'État", "H100-80GB", "8", "Achat", "internal"],
      ["A-2", "", "Interne à l'État", "H100-80GB", "8", "Achat", "internal"],
    ];
    const cell = (text: string, column: number, row: number) =>
      `<c r="${String.fromCharCode(65 + column)}${String(row + 1)}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = texts
      .map(
        (row, at) => `<row r="${String(at + 1)}">${row.map((text, column) => cell(text, column, at)).join("")}</row>`,
      )
      .join("");
    const after = `<mergeCells><mergeCell ref="B2:B3"/></mergeCells>`;
    const started = await send(await aWorkbook({ rows, after }), "fusion.xlsx");
    await queue.doAll(jobs);
    const page = await database.transactions.read(declarant, (ctx) => ports.imports.issues(ctx, started.id, 50, null));
    expect(page.rows.map(({ row }) => `${row.cell ?? ""} ${row.code}`).sort()).toEqual([
      "B2 cell.merged",
      "B3 cell.missing",
    ]);
    const refused = await runnerOn(database).run(declarant, acceptImport(ports), { id: started.id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "import.no_error" } });
  });

  it("of ten thousand rows is read and taken over", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      aLine({ reference: `M-${index}`, site: `Site ${index}` }),
    );
    const started = await send(await fileSheets.write("xlsx", sheet(...many)), "dix-mille.xlsx");
    await queue.doAll(jobs);
    await runOn(database, declarant, acceptImport(ports), { id: started.id });
    expect(await standing()).toMatchObject({ lineCount: 10_000, gpuCount: 80_000 });
  });
});

describe("the files of two ministries in test/data/campaign", () => {
  it.each(["ministry-a", "ministry-b"])("of %s have no error", async (name) => {
    const quarters = ["2026Q4", "2027Q1", "2027Q2", "2027Q3"] as const;
    const other = { ...campaign, id: systemIds.next(), quarters };
    await database.write(system, (ctx) => ports.campaigns.insert(ctx, other, null));
    const folder = new URL("../data/campaign/", import.meta.url);
    for (const [format, target] of [
      ["csv", "declaration"],
      ["xlsx", "need"],
    ] as const) {
      const fileName = `${name}.${format}`;
      const started = await runOn(database, declarant, startImport(ports), {
        ...{ campaignId: other.id, organisationId: tree.economie, target, format, fileName },
        file: readFileSync(new URL(fileName, folder)),
      });
      await queue.doAll(jobs);
      expect(await found(started.id)).toMatchObject({ state: "previewed", errorCount: 0 });
      await runOn(database, declarant, acceptImport(ports), { id: started.id });
    }
  });
});
