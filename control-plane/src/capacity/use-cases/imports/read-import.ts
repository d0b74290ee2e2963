import type { Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import { readLine } from "../../domain/declaration/read-line.js";
import { MAX_ERRORS, MAX_ROWS, type CapacityImport, type RowIssue } from "../../domain/import/capacity-import.js";
import type { SheetEvent } from "../../../kernel/sheet.js";
import { SheetReading, type ReadRow, type RecordReader } from "../../domain/import/sheet-reading.js";
import type { NeedContent } from "../../domain/need/capacity-need.js";
import { readNeed } from "../../domain/need/read-need.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import type { SheetReader } from "../../ports/imports/sheet.port.js";
import { importedNeedIssues } from "../needs/need-issues.js";

/** Rows that are kept in one transaction: what a crash makes read again, and how often a cancel is looked for. */
const CHUNK_ROWS = 1_000;

interface Reading extends Pick<CapacityPorts, "needs" | "useCases"> {
  readonly imports: ImportStore;
  readonly sheets: SheetReader;
  readonly write: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
}

type Record = CapacityLine | NeedContent;
type End = Pick<CapacityImport, "state" | "failure">;

/** How the rows of an import are read in its campaign. */
const readerFor = (target: CapacityImport["target"], campaign: Campaign): RecordReader<Record> => {
  if (target === "declaration") return { template: DECLARATION_TEMPLATE, read: readLine };
  const template = needTemplate(campaign.quarters);
  return { template, read: (cells) => readNeed(template, campaign.quarters, cells) };
};

/**
 * Reads a claimed file to its end, to the first thing that makes the rest pointless, or until somebody cancels. What is
 * read is kept piece by piece, with the errors by row and cell; a reader that dies leaves an import that the next one
 * begins anew.
 */
export async function readImport(
  ports: Reading,
  taken: CapacityImport,
  file: Uint8Array,
  campaign: Campaign,
): Promise<void> {
  const progress = new ChunkedReading(ports, taken, new SheetReading(readerFor(taken.target, campaign)));
  for await (const event of ports.sheets.read(taken.format, file)) {
    const end = await progress.take(event);
    if (end === "cancelled") return;
    if (end !== null) return progress.finish(end);
  }
  return progress.finish(progress.outcome());
}

/** Gathers rows into chunks and keeps each. */
class ChunkedReading {
  private records: ReadRow<Record>[] = [];
  private issues: RowIssue[] = [];
  private number = 0;
  private rows = 0;
  private errors = 0;
  private progress = 0;

  constructor(
    private readonly ports: Reading,
    private readonly taken: CapacityImport,
    private readonly reading: SheetReading<Record>,
  ) {}

  /** How the import ends here, or null to go on. */
  async take(event: SheetEvent): Promise<End | "cancelled" | null> {
    switch (event.kind) {
      case "unreadable":
        return failed(event.code, `${event.message.fr} / ${event.message.en}`);
      case "merged":
        this.reading.merged(event);
        this.keepIssues();
        return null;
      case "row":
        return this.row(event.number, event.cells, event.progress);
    }
  }

  outcome(): End {
    if (!this.reading.hasHeading) return failed("file.empty", "Le fichier est vide. / The file is empty.");
    return { state: "previewed", failure: null };
  }

  async finish(end: End): Promise<void> {
    if (!(await this.flush())) return;
    await this.ports.write(async (ctx) => {
      const stands = await this.ports.imports.find(ctx, this.taken.id);
      if (stands?.state !== "reading" || stands.version !== this.taken.version) return;
      const finishedAt = end.state === "failed" ? ctx.clock.now() : null;
      await this.ports.imports.update(ctx, { ...stands, ...end, progress: 1, finishedAt, version: stands.version + 1 });
    });
  }

  private async row(
    number: number,
    cells: Parameters<SheetReading<Record>["row"]>[1],
    progress: number,
  ): Promise<End | "cancelled" | null> {
    const headed = this.reading.hasHeading;
    const read = this.reading.row(number, cells);
    this.progress = progress;
    this.keepIssues();
    if (this.reading.headingRefused) return { state: "previewed", failure: null };
    if (headed && cells.some((cell) => cell !== "")) this.rows += 1;
    if (read !== null) this.records.push(read);
    if (this.rows > MAX_ROWS) return tooManyRows();
    if (this.errors >= MAX_ERRORS) return { state: "previewed", failure: null };
    const full = this.records.length + this.issues.length >= CHUNK_ROWS;
    return full && !(await this.flush()) ? "cancelled" : null;
  }

  private keepIssues(): void {
    const found = this.reading.takeIssues().slice(0, MAX_ERRORS - this.errors);
    this.errors += found.length;
    this.issues.push(...found);
  }

  /** False when the import is no longer ours to read. */
  private async flush(): Promise<boolean> {
    const records = this.records;
    this.records = [];
    return this.ports.write(async (ctx) => {
      await this.checkOutside(ctx, records);
      const chunk = {
        number: this.number,
        records: records.map(({ content }) => content),
        issues: this.issues,
        rowsRead: this.rows,
        progress: this.progress,
      };
      this.number += 1;
      this.issues = [];
      return this.ports.imports.addChunk(ctx, this.taken, chunk);
    });
  }

  /** What records do not say of themselves; only needs refer to something else. */
  private async checkOutside(ctx: Context, records: readonly ReadRow<Record>[]): Promise<void> {
    if (this.taken.target !== "need") return;
    const { campaignId, organisationId } = this.taken;
    const contents = records.map(({ content }) => content as NeedContent);
    const issues = await importedNeedIssues(this.ports, ctx, campaignId, organisationId, contents);
    for (const { row, content } of records) {
      const issue = issues.get(content.reference);
      if (issue !== undefined) this.reading.refuse(row, issue);
    }
    this.keepIssues();
  }
}

const failed = (code: string, message: string): End => ({ state: "failed", failure: { code, message } });

const tooManyRows = (): End =>
  failed(
    "file.too_many_rows",
    `Plus de ${MAX_ROWS} lignes ; envoyez plusieurs fichiers. / More than ${MAX_ROWS} rows; send several files.`,
  );
