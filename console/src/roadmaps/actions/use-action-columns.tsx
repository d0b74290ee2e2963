import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { column } from "../../parts/column";
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
    column("title", t("roadmaps.actionTitle"), "title", (row) => row.title, {
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
      sorts: true,
    }),
    column("product", t("roadmaps.product"), "product", (row) => products.get(row.dependencyId) ?? ""),
    column("type", t("roadmaps.type"), "type", (row) => row.type, { show: (value) => t(`roadmapActionType.${value}`) }),
    column("dates", t("roadmaps.dates"), "start", (row) => row.start, {
      cell: (row) => `${day(row.start)} – ${day(row.end)}`,
      sorts: true,
    }),
    column("cost", t("roadmaps.oneOff"), "oneOffCostEuros", (row) => row.oneOffCostEuros, {
      show: (value) => format.euro(value, 0),
      numeric: true,
      sorts: true,
    }),
    column("delta", t("roadmaps.runDelta"), "runDeltaEuros", (row) => row.runDeltaEuros, {
      show: (value) => format.euro(value, 0),
      numeric: true,
      sorts: true,
    }),
    column("users", t("roadmaps.users"), "usersMigrated", (row) => row.usersMigrated, {
      cell: (row) => `${format.integer(row.usersMigrated)} / ${format.integer(row.usersTotal)}`,
      numeric: true,
      sorts: true,
    }),
    column("progress", t("roadmaps.progressTitle"), "progress", (row) => row.progress, {
      cell: (row) => <Progress row={row} onProgress={onProgress} />,
    }),
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
