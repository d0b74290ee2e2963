import { BadRequestException, Controller, Get, Inject, Param, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import { printedReport } from "../../../kernel/printed-report.js";
import { inLanguage, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import type { RuleWords } from "../../../kernel/rule-words.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { readerOf } from "../../../platform/http/request-person.js";
import {
  languageAsked,
  MEDIA,
  noSuchExport,
  sendFile,
  sendPage,
  sendTables,
} from "../../../platform/http/send-report.js";
import { REQUEST_IDENTITY, RULE_WORDS } from "../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../tenancy/index.js";
import { COMPOSE_AUDIT_REPORT } from "../../audit-report.tokens.js";
import type { AuditReport } from "../../domain/audit-report.js";
import { auditTables } from "../../use-cases/tables/audit-tables.js";
import { readReport, type ComposeReport } from "../read-report.js";

type Format = "html" | "xlsx" | "csv" | "json";

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly lot?: string;
  readonly lang?: string;
  readonly table?: string;
}

/** The report of a period as a page to print, a workbook, one table of it as CSV (`table`, by its key), or JSON. */
@Controller("audit-report")
export class AuditReportController {
  constructor(
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(COMPOSE_AUDIT_REPORT) private readonly compose: ComposeReport,
    @Inject(RULE_WORDS) private readonly rules: RuleWords,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Get(":file")
  async file(
    @Req() request: Request,
    @Res() response: Response,
    @Param("file") file: string,
    @Query() asked: Asked,
  ): Promise<void> {
    const [, format] = /^report\.(html|xlsx|csv|json)$/.exec(file) ?? [];
    const actor = await readerOf(this.identities, request);
    if (format === undefined || !actorMay(actor, "read", "AuditReport")) throw noSuchExport();
    const lot = typeof asked.lot === "string" ? { lot: asked.lot.slice(0, 64) } : {};
    const read = await readReport(this.compose, this.reads, actor, {
      from: textOf(asked.from),
      to: textOf(asked.to),
      ...lot,
    });
    if (!read.ok) throw new BadRequestException({ code: read.refusal.code, message: read.refusal.message });
    await this.send(response, format as Format, read.value, asked);
  }

  private async send(response: Response, format: Format, report: AuditReport, asked: Asked): Promise<void> {
    const language = languageAsked(asked.lang);
    const name = `audit-${report.period.fromDay}-${report.period.toDay}`;
    if (format === "json") return sendFile(response, `${name}.json`, MEDIA.json, JSON.stringify(report));
    const tables = auditTables(report, this.rules, language);
    if (format === "html") return sendPage(response, pageOf(report, tables, language));
    await sendTables(response, name, format, tables, asked.table ?? "findings");
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function pageOf(report: AuditReport, tables: readonly ReportTable[], language: ReportLanguage): string {
  const words = (text: string): string => inLanguage(text, language);
  const { fromDay, toDay } = report.period;
  const title = `${words("Rapport d'audit de conformité | Compliance audit report")} · ${fromDay} – ${toDay}`;
  const facts: readonly (readonly [string, string])[] = [
    [
      words("Période | Period"),
      words(`du ${fromDay} au ${toDay} inclus, jours de Paris | ${fromDay} to ${toDay}, both included, days of Paris`),
    ],
    [words("Calculé le | Computed at"), report.computedAt.toISOString()],
    [
      words("Portée | Scope"),
      words(
        "tout l'État ; chiffres recomptés dans les enregistrements | the whole State; figures counted again from the records",
      ),
    ],
  ];
  return printedReport({ title, facts, tables }, language);
}
