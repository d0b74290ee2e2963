import { useLocaleState, useTranslate } from "react-admin";
import { BundleRules, type RuleCard } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
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
    {
      id: "id",
      header: t("policies.rule"),
      cell: ({ id, version }) => (
        <span className="mono small">
          {id} v{version}
        </span>
      ),
      sortBy: ({ id }) => id,
      csv: { header: "id", value: ({ id }) => id },
    },
    {
      id: "effect",
      header: t("policies.effect"),
      cell: ({ effect, mode }) => (
        <Tag state={mode === "enforce" ? effectTag(effect) : "plain"}>
          {t(`ruleEffect.${effect}`)}
          {mode === "enforce" ? "" : `, ${t(`ruleMode.${mode}`)}`}
        </Tag>
      ),
      sortBy: ({ effect }) => effect,
      csv: { header: "effect", value: ({ effect }) => effect },
    },
    {
      id: "reason",
      header: t("policies.reason"),
      cell: words,
      csv: { header: "reason", value: words },
    },
    {
      id: "legal",
      header: t("policies.legal"),
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
      csv: { header: "legal", value: ({ legal }) => legal.map(({ text }) => text).join(" ; ") },
    },
    {
      id: "from",
      header: t("policies.from"),
      cell: ({ effectiveFrom, effectiveTo }) =>
        effectiveTo === null
          ? format.date(effectiveFrom)
          : t("policies.fromTo", { from: format.date(effectiveFrom), to: format.date(effectiveTo) }),
      sortBy: ({ effectiveFrom }) => effectiveFrom,
      csv: { header: "from", value: ({ effectiveFrom }) => effectiveFrom },
    },
  ];
}
