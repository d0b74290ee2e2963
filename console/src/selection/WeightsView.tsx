import { useState } from "react";
import { useTranslate } from "react-admin";
import type { WeightsRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { CRITERIA } from "./criteria";
import { SetWeightsDialog } from "./SetWeightsDialog";
import { lastOf } from "./VersionChoice";

/** Every version of the weights, the present one first, each with its reason. */
export function WeightsView({ versions }: { readonly versions: readonly WeightsRow[] }) {
  const t = useTranslate();
  const [setting, setSetting] = useState(false);
  const may = useAbility("set", "Selection");
  const columns = useWeightsColumns(lastOf(versions));
  const rows = versions.toReversed();
  const last = versions.at(-1);
  return (
    <Section
      bare
      title={t("selection.history")}
      aside={
        <>
          <ExportButton name="selection-weights" columns={columns} rows={rows} />
          <ExplainedButton
            size="small"
            variant="contained"
            onClick={() => setSetting(true)}
            disabledReason={may ? undefined : t("selection.set.notYou")}
          >
            {t("selection.set.verb")}
          </ExplainedButton>
        </>
      }
    >
      <Table
        caption={t("selection.weightsCaption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.version)}
        ruled
      />
      {setting && last !== undefined ? <SetWeightsDialog last={last} onClose={() => setSetting(false)} /> : null}
    </Section>
  );
}

function useWeightsColumns(last: number): readonly Column<WeightsRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("version", t("selection.version"), "version", (row) => row.version, {
      cell: (row) => (
        <>
          {t("selection.versionOf", { version: row.version, date: format.date(row.setAt) })}{" "}
          {row.version === last ? <Tag state="active">{t("selection.counts")}</Tag> : null}
        </>
      ),
      sorts: true,
    }),
    ...CRITERIA.map((criterion): Column<WeightsRow> =>
      column(criterion, t(`criterion.${criterion}`), criterion, (row) => row.weights[criterion], {
        cell: (row) => format.decimal(row.weights[criterion], 2),
        numeric: true,
      }),
    ),
    column("bonus", t("selection.bonus"), "bonus", (row) => row.transversalBonus, {
      show: (value) => format.decimal(value, 2),
      numeric: true,
    }),
    column(
      "domains",
      t("selection.domains"),
      "transversal_domains",
      (row) => row.transversalDomains.join(" ").toLowerCase(),
      { cell: (row) => row.transversalDomains.map((domain) => t(`functionDomain.${domain}`)).join(", ") },
    ),
    column("reason", t("registry.reason"), "reason", (row) => row.reason),
  ];
}
