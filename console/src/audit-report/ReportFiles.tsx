import { useLocaleState, useTranslate } from "react-admin";
import type { ReportPeriod } from "./report-period";

const FORMATS = ["xlsx", "json"] as const;

/** The page to print, and the files: the same figures as on screen. */
export function ReportFiles({ period: { from, to } }: { readonly period: ReportPeriod }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const address = (format: string) => `/audit-report/report.${format}?from=${from}&to=${to}&lang=${locale}`;
  return (
    <span className="row" style={{ flexWrap: "wrap" }}>
      <a className="link" href={address("html")} target="_blank" rel="noreferrer">
        {t("audit.print")} <span className="sr-only">({t("layout.newWindow")})</span>
      </a>
      {FORMATS.map((format) => (
        <a key={format} className="link" href={address(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
