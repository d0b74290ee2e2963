import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { AuditReport } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Empty, QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { PeriodForm } from "./PeriodForm";
import { monthBack, type ReportPeriod } from "./report-period";
import { ReportFiles } from "./ReportFiles";
import { ReportTables } from "./ReportTables";
import { RetentionSection } from "./RetentionSection";

/** What an auditor is shown of a period: findings first, then the figures that they follow from. */
export function AuditReportPage() {
  const t = useTranslate();
  const format = useFormat();
  const [locale] = useLocaleState();
  const [now] = useState(() => new Date());
  const [period, setPeriod] = useState<ReportPeriod>(() => monthBack(now, 0));
  const query = useOperation(AuditReport, { ...period, language: locale === "en" ? "EN" : "FR" });
  useCrumbs([{ label: t("menu.audit") }]);
  return (
    <>
      <PageHead title={t("menu.audit")} lead={t("audit.lead")} actions={<ReportFiles period={period} />} />
      <PeriodForm now={now} period={period} onChange={setPeriod} />
      <QueryState query={query}>
        {({ auditReport }) =>
          auditReport.__typename === "AuditReport" ? (
            <>
              <p className="ink2 small">
                {t("audit.computed", {
                  from: format.date(auditReport.from),
                  to: format.date(auditReport.to),
                  at: format.dateTime(auditReport.computedAt),
                })}
              </p>
              <ReportTables tables={auditReport.tables} />
            </>
          ) : (
            <Empty title={t(auditReport.__typename === "Forbidden" ? "audit.notYou" : "audit.fault.day")} />
          )
        }
      </QueryState>
      <RetentionSection />
    </>
  );
}
