import { useTranslate } from "react-admin";
import type { UsageData } from "../generated/operations";
import { decimalsFor } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { StateWord } from "../parts/Tag";
import type { GroupTotals } from "../parts/usage/usage-measures";

interface Props {
  readonly report: UsageData["usage"];
  readonly groups: readonly GroupTotals[];
}

/** The statement's own check: the lines below add up to the ledger's total, to the cent and to the token. */
export function SumsAside({ report, groups }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { totals } = report;
  const lines = groups.reduce((sum, group) => sum + group.totals.costEuro, 0);
  const gap = Math.round((lines - totals.costEuro) * 1_000_000) / 1_000_000;
  const perRequest = totals.requests === 0 ? 0 : totals.costEuro / totals.requests;
  return (
    <Section
      title={t(gap === 0 ? "usage.sums.right" : "usage.sums.wrong")}
      aside={
        <StateWord state={gap === 0 ? "active" : "refused"}>
          {t("usage.sums.gap", { gap: format.smallEuro(gap) })}
        </StateWord>
      }
    >
      <dl className="pairs">
        <dt>{t("usage.sums.lines", { smart_count: groups.length })}</dt>
        <dd className="nowrap">{format.smallEuro(lines)}</dd>
        <dt className="total">{t("usage.sums.ledger")}</dt>
        <dd className="total nowrap">{format.smallEuro(totals.costEuro)}</dd>
      </dl>
      <dl className="pairs" style={{ borderTop: "1px solid var(--line)", marginTop: 8, paddingTop: 8 }}>
        <dt>{t("usage.sums.served")}</dt>
        <dd>{format.integer(totals.requests)}</dd>
        <dt>{t("usage.sums.refused")}</dt>
        <dd>{format.integer(totals.refused)}</dd>
        <dt>{t("usage.sums.estimated")}</dt>
        <dd>{format.integer(totals.estimatedRequests)}</dd>
        <dt>{t("usage.sums.perRequest")}</dt>
        <dd className="nowrap">{format.smallEuro(perRequest)}</dd>
        <dt>{t("usage.electricity")}</dt>
        <dd className="nowrap">{format.unit(totals.kWh, "kWh", decimalsFor(totals.kWh, 3))}</dd>
        <dt>{t("usage.emissions")}</dt>
        <dd className="nowrap">{format.kilograms(totals.kgCO2eq)} CO₂e</dd>
      </dl>
      <p className="small ink3" style={{ paddingTop: 8 }}>
        {report.upTo === null ? t("usage.sums.noRecord") : t("usage.sums.upTo", { time: format.dateTime(report.upTo) })}
      </p>
    </Section>
  );
}
