import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { SimulationChanges, type SimulationChangesData, type SimulatedChangeKind } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ChoiceField } from "../parts/ChoiceField";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { NoResult } from "../parts/states";
import type { Column } from "../parts/Table";
import { usePerson } from "../providers/use-person";
import { KINDS, kindName, type SimulationOutcome, type SimulationSheet } from "../parts/rules/simulation-kinds";
import type { ChangeView } from "./change-view";

type Row = SimulationChangesData["simulationChanges"]["edges"][number]["node"];

interface Props {
  readonly sheet: SimulationSheet;
  readonly outcome: SimulationOutcome;
  readonly view: ChangeView;
  readonly onNarrow: (change: Partial<ChangeView>) => void;
}

/** Changes use case by use case, with decisions to open; narrowed from here and from the tables above. */
export function ChangeList({ sheet, outcome, view, onNarrow }: Props) {
  const t = useTranslate();
  if (outcome.changed === 0) return null;
  return (
    <div id="simulated-changes">
      <Section title={t("simulations.decisions", { smart_count: outcome.changed })} bare>
        <Narrowing outcome={outcome} view={view} onNarrow={onNarrow} />
        <Page key={JSON.stringify(view)} simulationId={sheet.id} view={view} onNarrow={onNarrow} />
      </Section>
    </div>
  );
}

function Narrowing({ outcome, view, onNarrow }: Omit<Props, "sheet">) {
  const t = useTranslate();
  const all = ["", t("simulations.all")] as const;
  const kinds = KINDS.filter((kind) => outcome.kinds[kind] > 0).map(kindName);
  const orNull = (value: string): string | null => (value === "" ? null : value);
  return (
    <div className="filters">
      <ChoiceField
        frame={{ id: "change-kind", label: t("simulations.kind") }}
        value={view.kind ?? ""}
        options={[all, ...kinds.map((kind) => [kind, t(`simulatedKind.${kind}`)] as const)]}
        onChange={(value) => onNarrow({ kind: orNull(value) })}
      />
      <ChoiceField
        frame={{ id: "change-ministry", label: t("simulations.ministry") }}
        value={view.ministry ?? ""}
        options={[
          all,
          ...outcome.ministries.map(
            ({ ministryId, ministry }) => [ministryId, ministry?.name ?? t("simulations.unknownBody")] as const,
          ),
        ]}
        onChange={(value) => onNarrow({ ministry: orNull(value) })}
      />
      <ChoiceField
        frame={{ id: "change-rule", label: t("simulations.rule") }}
        value={view.rule ?? ""}
        options={[all, ...outcome.rules.map(({ rule }) => [rule, rule] as const)]}
        onChange={(value) => onNarrow({ rule: orNull(value) })}
      />
    </div>
  );
}

interface PageProps {
  readonly simulationId: string;
  readonly view: ChangeView;
  readonly onNarrow: Props["onNarrow"];
}

function Page({ simulationId, view, onNarrow }: PageProps) {
  const t = useTranslate();
  const filter = { kind: view.kind as SimulatedChangeKind | null, ministryId: view.ministry, rule: view.rule };
  const list = useList({
    operation: SimulationChanges,
    variables: ({ first, after }) => ({ simulationId, filter, first, after }),
    pick: (data) => data.simulationChanges,
    name: "changes",
  });
  const columns = useChangeColumns();
  const narrowedBy = [view.kind === null ? null : t(`simulatedKind.${view.kind}`), view.rule].filter(Boolean);
  return (
    <ListView
      list={list}
      caption={t("simulations.changesCaption")}
      columns={columns}
      rowKey={({ ordinal }) => String(ordinal)}
      empty={
        <NoResult filter={narrowedBy.join(", ")} onClear={() => onNarrow({ kind: null, ministry: null, rule: null })} />
      }
    />
  );
}

function useChangeColumns(): readonly Column<Row>[] {
  const t = useTranslate();
  const format = useFormat();
  const mayOpen = (usePerson()?.abilities ?? []).includes("read:Decision");
  return [
    {
      id: "useCase",
      header: t("simulations.useCase"),
      cell: (row) => (
        <>
          {row.useCaseId === null ? (
            t("simulations.unknownUseCase")
          ) : (
            <Link to={`/use-cases/${row.useCaseId}/show`}>{row.useCaseName ?? row.useCaseId}</Link>
          )}
          <span className="sub">{row.organisation?.name}</span>
        </>
      ),
    },
    { id: "kind", header: t("simulations.kind"), cell: (row) => t(`simulatedKind.${row.kind}`) },
    {
      id: "rules",
      header: t("simulations.rule"),
      cell: (row) => (
        <>
          <span className="mono small">{row.rules.join(", ")}</span>
          <span className="sub">{t(`simulatedCause.${row.cause}`)}</span>
        </>
      ),
    },
    { id: "records", header: t("simulations.count"), numeric: true, cell: (row) => format.integer(row.records) },
    { id: "served", header: t("simulations.servedBefore"), numeric: true, cell: (row) => format.integer(row.served) },
    {
      id: "samples",
      header: t("simulations.samples"),
      cell: (row) =>
        mayOpen ? <Samples samples={row.samples} useCase={row.useCaseName ?? ""} /> : t("simulations.noDecision"),
    },
  ];
}

const SHOWN = 5;

function Samples({ samples, useCase }: { readonly samples: readonly string[]; readonly useCase: string }) {
  const t = useTranslate();
  return (
    <span className="samples">
      {samples.slice(0, SHOWN).map((id, index) => (
        <Link
          key={id}
          to={`/requests/${id}/show`}
          title={id}
          aria-label={t("simulations.sample", { number: index + 1, useCase })}
        >
          {index + 1}
        </Link>
      ))}
    </span>
  );
}
