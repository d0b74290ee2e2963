import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Actor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import type { RequestIdentity } from "../../../../platform/http/request-identity.port.js";
import { sendFile, sendPage, XLSX } from "../../../../platform/http/send-report.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../../tenancy/index.js";
import { CONSOLIDATION_PORTS, WORKBOOKS } from "../../../capacity.tokens.js";
import type { Campaign } from "../../../domain/campaign/campaign.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import type { WorkbookWriter } from "../../../ports/workbook.port.js";
import { consolidationTables } from "../../../use-cases/consolidation/export/consolidation-tables.js";
import { printedPage } from "../../../use-cases/consolidation/export/printed-page.js";
import type { ReportLanguage, ReportTable } from "../../../../kernel/report-table.js";
import { readConsolidation, type SeenConsolidation } from "../../../use-cases/consolidation/read-consolidation.js";
import { noteConsolidationRead } from "../../note-consolidation-read.js";
import { readerOf } from "../../../../platform/http/request-person.js";

const notFound = () => new NotFoundException({ code: "export.not_found", message: "Nothing here that you may see." });

interface Exported {
  readonly seen: SeenConsolidation;
  readonly campaign: Campaign;
  readonly tables: readonly ReportTable[];
}

/** A consolidation as a workbook, one table of it as CSV (`table`, by its key), all of it as JSON, or a page to print. */
@Controller("capacity/consolidations")
export class ConsolidationExportController {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(CONSOLIDATION_PORTS) private readonly ports: ConsolidationRoomPorts,
    @Inject(WORKBOOKS) private readonly workbooks: WorkbookWriter,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Get(":file")
  async file(
    @Req() request: Request,
    @Res() response: Response,
    @Param("file") file: string,
    @Query("lang") lang?: string,
    @Query("table") table?: string,
  ): Promise<void> {
    const [, id, format] = /^([0-9a-f-]{36})\.(xlsx|csv|json|html)$/.exec(file) ?? [];
    const actor = await readerOf(this.identities, request);
    if (id === undefined || !actorMay(actor, "read", "Consolidation")) throw notFound();
    const language: ReportLanguage = lang === "en" ? "en" : "fr";
    const exported = await this.exported(actor, id, language);
    response.setHeader("cache-control", "no-store");
    if (format === "html") return sendPage(response, printedPage({ ...exported, ...exported.seen }, language));
    if (format === "json")
      return sendFile(response, "consolidation.json", "application/json; charset=utf-8", JSON.stringify(exported.seen));
    if (format === "csv") return this.sendCsv(response, exported.tables, table ?? "totals");
    const sheets = exported.tables.map(({ title, header, rows }) => ({
      name: title,
      rows: [header, ...rows.map(filled)],
    }));
    sendFile(response, "consolidation.xlsx", XLSX, await this.workbooks.workbook(sheets));
  }

  private async exported(actor: Actor, id: string, language: ReportLanguage): Promise<Exported> {
    const detail = actorMay(actor, "read", "CapacityNeed");
    const found = await this.runner.read(actor, async (ctx) => {
      const seen = await readConsolidation(this.ports)(ctx, id, detail);
      const campaign = seen && (await this.ports.campaigns.find(ctx, seen.consolidation.campaignId));
      if (!seen || !campaign) return null;
      const names = await this.ports.consolidations.ministryNames(ctx, id);
      const tables = consolidationTables(seen, (each) => names.get(each) ?? each, language);
      return { seen, campaign, tables };
    });
    if (found === null) throw notFound();
    noteConsolidationRead(
      this.reads,
      actor,
      id,
      found.seen.cells.map((cell) => cell.ministryId),
    );
    return found;
  }

  private sendCsv(response: Response, tables: readonly ReportTable[], key: string): void {
    const table = tables.find((each) => each.key === key);
    if (table === undefined) throw notFound();
    const rows = [table.header, ...table.rows.map(filled)];
    sendFile(response, `consolidation-${table.key}.csv`, "text/csv; charset=utf-8", this.workbooks.csv(rows));
  }
}

const filled = (row: ReportTable["rows"][number]): readonly (string | number)[] => row.map((cell) => cell ?? "");
