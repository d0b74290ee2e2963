import { Inject } from "@nestjs/common";
import { Args, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { refuse } from "../../../kernel/result.js";
import type { ReportLanguage } from "../../../kernel/report-table.js";
import type { RuleWords } from "../../../kernel/rule-words.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { RULE_WORDS } from "../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../tenancy/index.js";
import { COMPOSE_AUDIT_REPORT } from "../../audit-report.tokens.js";
import { auditTables } from "../../use-cases/tables/audit-tables.js";
import { readReport, type ComposeReport } from "../read-report.js";
import { AuditReportResult, AuditReportType, ReportLanguageEnum } from "./audit-report.types.js";

const Day = (name: string) => Args(name, { type: () => String, description: "A Paris day, such as 2026-10-01." });

@Resolver(() => AuditReportType)
export class AuditReportResolver {
  constructor(
    @Inject(COMPOSE_AUDIT_REPORT) private readonly compose: ComposeReport,
    @Inject(RULE_WORDS) private readonly rules: RuleWords,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Query(() => AuditReportResult, { description: "The compliance audit report of a period, at most 366 days." })
  async auditReport(
    @CurrentActor() actor: PersonActor,
    @Day("from") from: string,
    @Day("to") to: string,
    @Args("language", { type: () => ReportLanguageEnum, defaultValue: "fr" }) language: ReportLanguage,
  ) {
    if (!actorMay(actor, "read", "AuditReport")) return unionMember(refuse(NOT_ALLOWED), String);
    const read = await readReport(this.compose, this.reads, actor, { from, to });
    return unionMember(read, (report) => ({
      from: report.period.fromDay,
      to: report.period.toDay,
      computedAt: report.computedAt,
      tables: auditTables(report, this.rules, language),
    }));
  }
}

const NOT_ALLOWED = {
  kind: "Forbidden",
  code: "action.forbidden",
  message: "The audit report is for the compliance cell, ARIANE and auditors.",
  action: "read",
  subject: "AuditReport",
} as const;
