import { Controller, Get, Inject, Param, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Actor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import type { RequestIdentity } from "../../../../platform/http/request-identity.port.js";
import {
  languageAsked,
  MEDIA,
  noSuchExport,
  sendFile,
  sendPage,
  sendTables,
} from "../../../../platform/http/send-report.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../../tenancy/index.js";
import { CONSOLIDATION_PORTS } from "../../../capacity.tokens.js";
import type { Campaign } from "../../../domain/campaign/campaign.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import { consolidationTables } from "../../../use-cases/consolidation/export/consolidation-tables.js";
import { printedPage } from "../../../use-cases/consolidation/export/printed-page.js";
import type { ReportLanguage, ReportTable } from "../../../../kernel/report-table.js";
import { readConsolidation, type SeenConsolidation } from "../../../use-cases/consolidation/read-consolidation.js";
import { noteConsolidationRead } from "../../note-consolidation-read.js";
import { readerOf } from "../../../../platform/http/request-person.js";

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
    if (id === undefined || !actorMay(actor, "read", "Consolidation")) throw noSuchExport();
    const language = languageAsked(lang);
    const exported = await this.exported(actor, id, language);
    if (format === "html") return sendPage(response, printedPage({ ...exported, ...exported.seen }, language));
    if (format === "json") return sendFile(response, "consolidation.json", MEDIA.json, JSON.stringify(exported.seen));
    await sendTables(response, "consolidation", format === "csv" ? "csv" : "xlsx", exported.tables, table ?? "totals");
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
    if (found === null) throw noSuchExport();
    noteConsolidationRead(
      this.reads,
      actor,
      id,
      found.seen.cells.map((cell) => cell.ministryId),
    );
    return found;
  }
}
