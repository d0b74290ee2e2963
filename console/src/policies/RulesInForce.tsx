import { useLocaleState, useTranslate } from "react-admin";
import { BundleRules, type RuleCard } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { effectTag } from "../parts/rules/simulation-kinds";

/** The rules of the bundle in force, with their texts; the same as files that jurists edit. */
export function RulesInForce({ digest }: { readonly digest: string }) {
  const t = useTranslate();
  const query = useOperation(BundleRules, { digest });
  const columns = useRuleColumns();
  return (
    <Section
      title={t("policies.inForce", { digest: digest.slice(0, 12) })}
      bare
      aside={
        <span className="row" style={{ flexWrap: "wrap" }}>
          {(["xlsx", "csv"] as const).map((format) => (
            <a
              key={format}
              className="link small"
              download
              href={`/compliance/decision-tables/${digest}?format=${format}`}
            >
              {t("policies.table", { format: format.toUpperCase() })}
            </a>
          ))}
          <ExportButton name="rules" columns={columns} rows={query.data?.policyRules ?? []} />
        </span>
      }
    >
      <QueryState query={query}>
        {({ policyRules }) => (
          <Table
            caption={t("policies.caption")}
            columns={columns}
            rows={policyRules}
            rowKey={({ id }) => id}
            compact
            ruled
          />
        )}
      </QueryState>
    </Section>
  );
}

function useRuleColumns(): readonly Column<RuleCard>[] {
  const t = useTranslate();
  const format = useFormat();
  const [locale] = useLocaleState();
  const words = ({ reason }: RuleCard): string => (locale === "en" ? reason.en : reason.fr);
  return [
    column("id", t("policies.rule"), "id", ({ id }) => id, {
      cell: ({ id, version }) => (
        <span className="mono small">
          {id} v{version}
        </span>
      ),
      sorts: true,
    }),
    column("effect", t("policies.effect"), "effect", ({ effect }) => effect, {
      cell: ({ effect, mode }) => (
        <Tag state={mode === "enforce" ? effectTag(effect) : "plain"}>
          {t(`ruleEffect.${effect}`)}
          {mode === "enforce" ? "" : `, ${t(`ruleMode.${mode}`)}`}
        </Tag>
      ),
      sorts: true,
    }),
    column("reason", t("policies.reason"), "reason", words),
    column("legal", t("policies.legal"), "legal", ({ legal }) => legal.map(({ text }) => text).join(" ; "), {
      cell: ({ legal }) =>
        legal.map(({ text, url }) => (
          <a
            key={text}
            className="quiet small"
            href={url}
            target="_blank"
            rel="noreferrer"
            style={{ display: "block" }}
          >
            {text}
            <span className="sr-only"> ({t("layout.newWindow")})</span>
          </a>
        )),
    }),
    column("from", t("policies.from"), "from", ({ effectiveFrom }) => effectiveFrom, {
      cell: ({ effectiveFrom, effectiveTo }) =>
        effectiveTo === null
          ? format.date(effectiveFrom)
          : t("policies.fromTo", { from: format.date(effectiveFrom), to: format.date(effectiveTo) }),
      sorts: true,
    }),
  ];
}
