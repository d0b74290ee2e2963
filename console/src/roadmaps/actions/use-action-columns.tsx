import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";

const WORDS = { PLANNED: "plain", RUNNING: "waiting", DONE: "active", ABANDONED: "suspended" } as const;

interface Acts {
  /** Undefined while lines may not be written, or not by this person. */
  readonly onEdit: ((row: ActionRow) => void) | undefined;
  readonly onProgress: ((row: ActionRow) => void) | undefined;
}

export function useActionColumns(sheet: RoadmapSheet, { onEdit, onProgress }: Acts): readonly Column<ActionRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const products = new Map(sheet.content.dependencies.map((line) => [line.id, line.product]));
  const titles = new Map(sheet.content.actions.map((action) => [action.id, action.title]));
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  return [
    {
      id: "title",
      header: t("roadmaps.actionTitle"),
      cell: (row) => (
        <>
          {onEdit === undefined ? row.title : <LinkTo text={row.title} onClick={() => onEdit(row)} />}
          {row.after.length === 0 ? null : (
            <div className="small ink2">
              {t("roadmaps.comesAfter", { list: row.after.map((id) => titles.get(id) ?? id).join(", ") })}
            </div>
          )}
        </>
      ),
      sortBy: (row) => row.title,
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "product",
      header: t("roadmaps.product"),
      cell: (row) => products.get(row.dependencyId) ?? "",
      csv: { header: "product", value: (row) => products.get(row.dependencyId) ?? "" },
    },
    {
      id: "type",
      header: t("roadmaps.type"),
      cell: (row) => t(`roadmapActionType.${row.type}`),
      csv: { header: "type", value: (row) => row.type },
    },
    {
      id: "dates",
      header: t("roadmaps.dates"),
      cell: (row) => `${day(row.start)} – ${day(row.end)}`,
      sortBy: (row) => row.start,
      csv: { header: "start", value: (row) => row.start },
    },
    {
      id: "cost",
      header: t("roadmaps.oneOff"),
      numeric: true,
      cell: (row) => format.euro(row.oneOffCostEuros, 0),
      sortBy: (row) => row.oneOffCostEuros,
      csv: { header: "oneOffCostEuros", value: (row) => row.oneOffCostEuros },
    },
    {
      id: "delta",
      header: t("roadmaps.runDelta"),
      numeric: true,
      cell: (row) => format.euro(row.runDeltaEuros, 0),
      sortBy: (row) => row.runDeltaEuros,
      csv: { header: "runDeltaEuros", value: (row) => row.runDeltaEuros },
    },
    {
      id: "users",
      header: t("roadmaps.users"),
      numeric: true,
      cell: (row) => `${format.integer(row.usersMigrated)} / ${format.integer(row.usersTotal)}`,
      sortBy: (row) => row.usersMigrated,
      csv: { header: "usersMigrated", value: (row) => row.usersMigrated },
    },
    {
      id: "progress",
      header: t("roadmaps.progressTitle"),
      cell: (row) => <Progress row={row} onProgress={onProgress} />,
      csv: { header: "progress", value: (row) => row.progress },
    },
  ];
}

function Progress({ row, onProgress }: { readonly row: ActionRow; readonly onProgress: Acts["onProgress"] }) {
  const t = useTranslate();
  const reached = row.milestones.filter((one) => one.reached).length;
  return (
    <>
      <StateWord state={WORDS[row.progress]}>{t(`roadmapProgress.${row.progress}`)}</StateWord>
      {row.blockedBecause === null ? null : (
        <StateWord state="refused">{t(`roadmaps.why.${row.blockedBecause}`)}</StateWord>
      )}
      {row.blocker === "" ? null : <div className="small ink2">{row.blocker}</div>}
      {row.milestones.length === 0 ? null : (
        <div className="small ink2">{t("roadmaps.milestones", { reached, all: row.milestones.length })}</div>
      )}
      {onProgress === undefined ? null : (
        <div className="small">
          <LinkTo text={t("roadmaps.tellProgress")} name={row.title} onClick={() => onProgress(row)} />
        </div>
      )}
    </>
  );
}

interface LinkProps {
  readonly text: string;
  /** What the act is about, for whoever does not see the row. */
  readonly name?: string;
  readonly onClick: () => void;
}

function LinkTo({ text, name, onClick }: LinkProps) {
  const label = name === undefined ? undefined : `${text} (${name})`;
  return (
    <button type="button" className="link" style={{ textAlign: "start" }} aria-label={label} onClick={onClick}>
      {text}
    </button>
  );
}
