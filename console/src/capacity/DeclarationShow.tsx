import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import {
  type CapacityLineSortField,
  Declaration,
  DeclarationLines,
  type LineRow,
  MoveDeclaration,
  type MoveDeclarationData,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { ListView } from "../parts/list/ListView";
import { type List, useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { type DeclarationSheet, isEditable, submissionTag } from "./campaign-states";
import { CompareVersions } from "./CompareVersions";
import { FileLinks } from "./FileLinks";
import { LineDialog } from "./LineDialog";
import { SubmissionActs, type StepInput } from "./SubmissionActs";
import { SubmissionComments } from "./SubmissionComments";
import { SubmissionHistory } from "./SubmissionHistory";

const SORTS: readonly CapacityLineSortField[] = ["REFERENCE", "SITE", "GPU_COUNT"];

/** What one organisation declares: its lines, its life, what others remark. */
export function DeclarationShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Declaration, { id });
  return (
    <QueryState query={query}>
      {({ capacityDeclaration }) =>
        capacityDeclaration === null ? (
          <PageHead title={t("campaigns.declarationNotFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={capacityDeclaration} />
        )
      }
    </QueryState>
  );
}

interface SheetProps {
  readonly sheet: DeclarationSheet;
}

function SheetPage({ sheet }: SheetProps) {
  const t = useTranslate();
  const format = useFormat();
  const name = sheet.organisation?.acronym ?? sheet.organisation?.name ?? t("campaigns.hidden");
  const title = t("campaigns.declarationOf", { name });
  const { campaign } = sheet;
  useCrumbs([
    { label: t("menu.campaigns"), to: "/campaigns" },
    ...(campaign === null ? [] : [{ label: campaign.name, to: `/campaigns/${campaign.id}/show` }]),
    { label: title },
  ]);
  return (
    <>
      <PageHead
        title={title}
        tags={<Tag state={submissionTag(sheet.state)}>{t(`submissionState.${sheet.state}`)}</Tag>}
        lead={t("campaigns.declarationLead", {
          version: sheet.version,
          name: sheet.declaredBy,
          filled: format.percent(sheet.completeness, 0),
        })}
        actions={<SubmissionActs submission={sheet} useStep={useMoveDeclaration} />}
      />
      <div className="stack">
        <LineTable sheet={sheet} />
        <SubmissionComments id={sheet.id} target="DECLARATION" comments={sheet.comments} />
        <CompareVersions sheet={sheet} />
        <SubmissionHistory events={sheet.history} />
      </div>
    </>
  );
}

function LineTable({ sheet }: SheetProps) {
  const t = useTranslate();
  const [edited, setEdited] = useState<LineRow | "new" | null>(null);
  const mayWrite = useAbility("declare", "CapacityDeclaration") && isEditable(sheet.state);
  const list = useList({
    operation: DeclarationLines,
    variables: ({ search, sort, first, after }) => ({ id: sheet.id, search, sort, first, after }),
    pick: (data) => data.capacityLines,
    sorts: SORTS,
    page: 50,
    name: "lines",
  });
  const columns = useLineColumns(sheet, list, mayWrite ? setEdited : undefined);
  return (
    <Section
      bare
      title={t("campaigns.count.lines")}
      aside={
        <>
          <ExportButton name="declaration-lines" columns={columns} rows={list.all} />
          <FileLinks path={`/capacity/exports/declarations/${sheet.id}`} />
          {mayWrite ? (
            <Button size="small" variant="contained" onClick={() => setEdited("new")}>
              <Plus className="icon" aria-hidden="true" />
              {t("campaigns.addLine")}
            </Button>
          ) : null}
        </>
      }
    >
      <ListView
        list={list}
        caption={t("campaigns.linesCaption")}
        columns={columns}
        rowKey={(row) => row.id}
        search={t("campaigns.searchLines")}
        empty={
          <Empty title={t("campaigns.noLine")}>
            <p className="ink2">{t("campaigns.noLineLead")}</p>
          </Empty>
        }
      />
      {sheet.overCommitment === null ? null : (
        <p className="small ink2">
          {t("campaigns.overCommitment", {
            name: sheet.overCommitment.approvedBy,
            reason: sheet.overCommitment.reason,
          })}
        </p>
      )}
      {edited === null ? null : (
        <LineDialog sheet={sheet} present={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function useLineColumns(
  { gpuCount, lineCount }: DeclarationSheet,
  { rows }: List<LineRow>,
  onEdit: ((line: LineRow) => void) | undefined,
) {
  const t = useTranslate();
  const format = useFormat();
  const figure = (id: "offeredGpus" | "keptGpus"): Column<LineRow> =>
    column(id, t(`campaigns.${id}`), id, (row) => row[id], {
      cell: (row) => format.integer(row[id]),
      numeric: true,
      total: rows.length < lineCount ? undefined : format.integer(rows.reduce((sum, row) => sum + row[id], 0)),
    });
  const columns: readonly Column<LineRow>[] = [
    column("REFERENCE", t("campaigns.reference"), "reference", (row) => row.reference, {
      cell: (row) =>
        onEdit === undefined ? (
          <span className="mono">{row.reference}</span>
        ) : (
          <button type="button" className="link mono" onClick={() => onEdit(row)}>
            {row.reference}
          </button>
        ),
      total: t("table.total"),
    }),
    column("SITE", t("campaigns.site"), "site", (row) => row.site),
    column("hosting", t("campaigns.hosting"), "hosting", (row) => row.hosting, {
      show: (value) => t(`hosting.${value}`, { _: value }),
    }),
    column("gpuType", t("campaigns.gpuType"), "gpuType", (row) => row.gpuType),
    column("labels", t("campaigns.labels"), "labels", (row) => row.labels.join(" "), {
      cell: (row) => row.labels.map((label) => t(`label.${label}`, { _: label })).join(", "),
    }),
    figure("offeredGpus"),
    figure("keptGpus"),
    column("GPU_COUNT", t("campaigns.count.gpus"), "gpuCount", (row) => row.gpuCount, {
      show: format.integer,
      numeric: true,
      total: rows.length < lineCount ? undefined : format.integer(gpuCount),
    }),
  ];
  return columns;
}

/** The act takes its input whole. */
function useMoveDeclaration() {
  const act = useAct(MoveDeclaration, pick);
  return { ...act, run: (input: StepInput) => act.run({ input }) };
}

const pick = (data: MoveDeclarationData) => data.moveCapacityDeclaration;
