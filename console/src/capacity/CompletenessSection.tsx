import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { CampaignDeclarations, type CapacityDeclarationSortField, type SubmissionState } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { AccountLine } from "../parts/AccountLine";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { StateWord, Tag } from "../parts/Tag";
import { codeKey } from "../providers/refusal";
import { type CampaignSheet, type Completeness, type DeclarationRow, submissionTag } from "./campaign-states";

interface Props {
  readonly sheet: CampaignSheet;
}

/** How far each ministry is with its answer, and the declarations behind it. */
export function CompletenessSection({ sheet }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const rows = sheet.completeness;
  const whole = rows.filter(({ missing }) => missing.length === 0).length;
  const columns = useProgressColumns(rows);
  return (
    <>
      <AccountLine
        label={t("campaigns.account")}
        items={[
          { label: t("campaigns.ministries"), value: format.integer(rows.length) },
          { label: t("campaigns.incomplete"), value: format.integer(rows.length - whole), operator: "−" },
          { label: t("campaigns.whole"), value: format.integer(whole), operator: "=", kind: "total" },
        ]}
      />
      <Section
        bare
        title={t("campaigns.view.progress")}
        aside={<ExportButton name="campaign-progress" columns={columns} rows={rows} />}
      >
        {rows.length === 0 ? (
          <Empty title={t("campaigns.noMinistry")} />
        ) : (
          <Table
            caption={t("campaigns.progressCaption")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.organisation?.id ?? ""}
            ruled
          />
        )}
      </Section>
      <DeclarationTable sheet={sheet} />
    </>
  );
}

const total = (rows: readonly Completeness[], of: (row: Completeness) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

function useProgressColumns(rows: readonly Completeness[]): readonly Column<Completeness>[] {
  const t = useTranslate();
  const format = useFormat();
  const count = (id: "lines" | "gpus" | "needs" | "acceptedNeeds"): Column<Completeness> =>
    column(id, t(`campaigns.count.${id}`), id, (row) => row[id], {
      cell: (row) => format.integer(row[id]),
      numeric: true,
      sorts: true,
      total: format.integer(total(rows, (row) => row[id])),
    });
  const hidden = t("campaigns.hidden");
  return [
    column("organisation", t("pools.ministry"), "organisation", (row) => row.organisation?.name ?? "", {
      cell: (row) => row.organisation?.name ?? hidden,
      sorts: true,
      total: t("table.total"),
    }),
    column("state", t("campaigns.declaration"), "declaration", (row) => row.declarationState, {
      show: (value) => <DeclarationState state={value} />,
      sortBy: (row) => row.declarationState ?? "",
    }),
    count("lines"),
    count("gpus"),
    count("needs"),
    count("acceptedNeeds"),
    column("filled", t("campaigns.filled"), "filled", (row) => row.filled, {
      show: (value) => format.percent(value, 0),
      numeric: true,
      sorts: true,
    }),
    column("missing", t("campaigns.todo"), "missing", (row) => row.missing.join(" "), {
      cell: (row) =>
        row.missing.length === 0 ? (
          <StateWord state="active">{t("campaigns.nothingMissing")}</StateWord>
        ) : (
          row.missing.map((code) => t(`campaigns.missing.${codeKey(code)}`, { _: code })).join(", ")
        ),
      sortBy: (row) => row.missing.length,
    }),
    column("reminded", t("campaigns.reminded"), "lastReminderAt", (row) => row.lastReminderAt, {
      show: (value) => (value === null ? NONE : format.date(value)),
      sorts: true,
    }),
  ];
}

function DeclarationState({ state }: { readonly state: string | null }) {
  const t = useTranslate();
  if (state === null) return <Tag state="plain">{t("campaigns.none")}</Tag>;
  const known = state.toUpperCase() as SubmissionState;
  return <Tag state={submissionTag(known)}>{t(`submissionState.${known}`)}</Tag>;
}

const SORTS: readonly CapacityDeclarationSortField[] = ["GPU_COUNT", "UPDATED_AT"];

function DeclarationTable({ sheet }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const list = useList({
    operation: CampaignDeclarations,
    variables: ({ sort, first, after }) => ({ campaignId: sheet.id, organisationId: null, sort, first, after }),
    pick: (data) => data.capacityDeclarations,
    sorts: SORTS,
    name: "declarations",
  });
  /** A total of what is shown, only where that is all of it. */
  const total = (of: (row: DeclarationRow) => number): string | undefined =>
    list.state.cursors.length === 0 && list.next === null
      ? format.integer(list.rows.reduce((sum, row) => sum + of(row), 0))
      : undefined;
  const columns: readonly Column<DeclarationRow>[] = [
    column("organisation", t("campaigns.declaration"), "organisation", (row) => row.organisation?.name ?? "", {
      cell: (row) => <Link to={`/declarations/${row.id}/show`}>{row.organisation?.name ?? t("campaigns.hidden")}</Link>,
      total: t("table.total"),
    }),
    column("state", t("campaigns.state"), "state", (row) => row.state, {
      show: (value) => <DeclarationState state={value} />,
    }),
    column("lines", t("campaigns.count.lines"), "lines", (row) => row.lineCount, {
      show: format.integer,
      numeric: true,
      total: total((row) => row.lineCount),
    }),
    column("GPU_COUNT", t("campaigns.count.gpus"), "gpus", (row) => row.gpuCount, {
      show: format.integer,
      numeric: true,
      total: total((row) => row.gpuCount),
    }),
    column("UPDATED_AT", t("campaigns.updated"), "updatedAt", (row) => row.updatedAt, { show: format.dateTime }),
  ];
  return (
    <Section
      bare
      title={t("campaigns.declarations")}
      aside={<ExportButton name="declarations" columns={columns} rows={list.all} />}
    >
      <ListView
        list={list}
        caption={t("campaigns.declarationsCaption")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <Empty title={t("campaigns.noDeclaration")}>
            <p className="ink2">{t("campaigns.noDeclarationLead")}</p>
          </Empty>
        }
      />
    </Section>
  );
}
