import { ArrowRight } from "lucide-react";
import { useLocaleState, useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { effectTag, type SimulationOutcome } from "../parts/rules/simulation-kinds";
import type { ChangeView } from "./change-view";

type Difference = SimulationOutcome["differences"][number];
interface Props {
  readonly outcome: SimulationOutcome;
}

/** What the candidate changes in the rules themselves. */
export function RuleDifferences({ outcome: { differences } }: Props) {
  const t = useTranslate();
  if (differences.length === 0) return null;
  return (
    <Section title={t("simulations.differences")}>
      <ul className="rule-differences">
        {differences.map((difference) => (
          <li key={difference.rule}>
            <DifferenceLine difference={difference} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DifferenceLine({ difference: { rule, change, before, after, fr, en } }: { readonly difference: Difference }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  return (
    <>
      <p>
        <span className="strong mono">{rule}</span> <span className="ink2">{t(`ruleChange.${change}`)}</span>
      </p>
      <p className="small">{locale === "en" ? en : fr}</p>
      <p className="row" style={{ flexWrap: "wrap" }}>
        {before === null ? null : <RuleState summary={before} />}
        {before === null || after === null ? null : (
          <>
            <ArrowRight className="icon-small" aria-hidden="true" />
            <span className="sr-only">{t("simulations.becomes")}</span>
          </>
        )}
        {after === null ? null : <RuleState summary={after} />}
      </p>
    </>
  );
}

function RuleState({ summary }: { readonly summary: NonNullable<Difference["before"]> }) {
  const t = useTranslate();
  return (
    <>
      <Tag state={summary.mode === "enforce" ? effectTag(summary.effect) : "plain"}>
        {t(`ruleEffect.${summary.effect}`)}
        {summary.mode === "enforce" ? "" : `, ${t(`ruleMode.${summary.mode}`)}`}
      </Tag>
      <span className="small ink2">v{summary.version}</span>
    </>
  );
}

interface ShowProps extends Props {
  readonly onShow: (view: ChangeView) => void;
}

/** Rules that say otherwise, and on how many decisions. */
export function RuleTable({ outcome: { rules }, onShow }: ShowProps) {
  const t = useTranslate();
  const format = useFormat();
  if (rules.length === 0) return null;
  return (
    <Section title={t("simulations.byRule")} bare>
      <Table
        caption={t("simulations.table", { of: t("simulations.byRule") })}
        rows={rules}
        rowKey={({ rule }) => rule}
        ruled
        columns={[
          {
            id: "rule",
            header: t("simulations.rule"),
            cell: ({ rule }) => (
              <button
                type="button"
                className="link mono small rule-link"
                onClick={() => onShow({ kind: null, ministry: null, rule })}
              >
                {rule}
              </button>
            ),
          },
          {
            id: "refused",
            header: t("simulatedKind.REFUSED"),
            numeric: true,
            cell: ({ kinds }) => format.integer(kinds.refused),
          },
          {
            id: "changed",
            header: t("simulations.changed"),
            numeric: true,
            cell: ({ changed }) => format.integer(changed),
          },
        ]}
      />
    </Section>
  );
}

/** Pools that decisions would lose or gain. */
export function PoolTable({ outcome: { pools } }: Props) {
  const t = useTranslate();
  const format = useFormat();
  if (pools.length === 0) return null;
  return (
    <Section title={t("simulations.byPool")} bare>
      <Table
        caption={t("simulations.table", { of: t("simulations.byPool") })}
        rows={pools}
        rowKey={({ poolId }) => poolId}
        ruled
        fits
        columns={[
          { id: "pool", header: t("simulations.pool"), cell: ({ poolId, poolName }) => poolName ?? poolId },
          { id: "lost", header: t("simulations.lost"), numeric: true, cell: ({ lost }) => format.integer(lost) },
          {
            id: "gained",
            header: t("simulations.gained"),
            numeric: true,
            cell: ({ gained }) => format.integer(gained),
          },
        ]}
      />
    </Section>
  );
}
