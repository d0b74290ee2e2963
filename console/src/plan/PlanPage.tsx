import { PLAN_KIND_NAMES, planKind } from "@socle/contracts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { PlanRecords, type PlanRecordKind } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { useOpened } from "../parts/list/use-opened";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import { useAbility } from "../providers/use-person";
import { PlanDialog } from "./PlanDialog";
import { NewRecordForm } from "./PlanForm";
import { fileColumns, usePlanColumns } from "./plan-columns";
import { inWords, kindOf, nameOf, rowOf } from "./plan-words";

const SORTS = ["DUE", "TITLE", "DECLARED"] as const;
const FILTERS = ["kind"];

/** What the plan names, of one kind or all of it by day. */
export function PlanPage() {
  const t = useTranslate();
  const format = useFormat();
  const [opened, open] = useOpened();
  const list = useList({
    operation: PlanRecords,
    variables: ({ sort, search, first, after, filters }) => ({
      ...{ search, first, after, order: sort?.field ?? null, direction: sort?.direction ?? null },
      kinds: kindsOf(filters["kind"]),
    }),
    pick: (data) => data.planRecords,
    sorts: SORTS,
    sorted: { column: "DUE", descending: false },
    filters: FILTERS,
  });
  const kind = kindOf(list.state.filters["kind"] ?? "");
  const columns = usePlanColumns(kind, open);
  const words = kind === null ? null : inWords(rowOf(kind).label, format);
  useCrumbs([{ label: t("menu.plan") }]);
  return (
    <>
      <PageHead
        title={words ?? t("plan.title")}
        lead={kind === null ? t("plan.lead") : inWords(rowOf(kind).lead, format)}
        actions={
          <>
            <ExportButton
              name={kind === null ? "plan" : `plan-${nameOf(kind)}`}
              columns={[...columns, ...fileColumns(kind, columns)]}
              rows={list.all}
            />
            <WriteButton kind={kind} onWritten={open} />
          </>
        }
      />
      <ListView
        list={list}
        caption={words ?? t("plan.title")}
        columns={columns}
        rowKey={(row) => row.id}
        search={t("plan.search")}
        filters={
          <label>
            {t("plan.kind")}
            <select
              className="input"
              value={kind === null ? "" : nameOf(kind)}
              onChange={(event) => list.change({ filters: { kind: event.target.value } })}
            >
              <option value="">{t("plan.every")}</option>
              {PLAN_KIND_NAMES.map((name) => (
                <option key={name} value={name}>
                  {inWords(planKind(name).label, format)}
                </option>
              ))}
            </select>
          </label>
        }
        filterWords={() => words ?? ""}
        empty={
          <Empty title={t("plan.empty")}>
            <p className="ink2">{t("plan.emptyLead")}</p>
          </Empty>
        }
      />
      {opened === null ? null : <PlanDialog id={opened} onClose={() => open(null)} />}
    </>
  );
}

const kindsOf = (name: string | undefined): readonly PlanRecordKind[] | null => {
  const kind = kindOf(name ?? "");
  return kind === null ? null : [kind];
};

interface WriteProps {
  readonly kind: PlanRecordKind | null;
  readonly onWritten: (id: string) => void;
}

/** A record is written within its kind, by whoever keeps that kind. */
function WriteButton({ kind, onWritten }: WriteProps) {
  const t = useTranslate();
  const [writing, setWriting] = useState(false);
  const may = useAbility("declare", kind === null ? "" : rowOf(kind).subject);
  const why = kind === null ? t("plan.whichKind") : may ? undefined : t("plan.notYours");
  return (
    <>
      <ExplainedButton variant="contained" onClick={() => setWriting(true)} disabledReason={why}>
        <Plus className="icon" aria-hidden="true" />
        {t("plan.write")}
      </ExplainedButton>
      {writing && kind !== null ? (
        <NewRecordForm kind={kind} onWritten={onWritten} onClose={() => setWriting(false)} />
      ) : null}
    </>
  );
}
