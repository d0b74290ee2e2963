import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { heat, type Kind, KINDS, kindName, type SimulationOutcome } from "../parts/rules/simulation-kinds";
import type { ChangeView } from "./change-view";

type Row = SimulationOutcome["ministries"][number];

interface Props {
  readonly outcome: SimulationOutcome;
  readonly onShow: (view: ChangeView) => void;
}

/** Who would see what change, with the number replayed beside it; each figure leads to its decisions. */
export function MinistryTable({ outcome, onShow }: Props) {
  const t = useTranslate();
  const columns = useMinistryColumns(outcome, onShow);
  return (
    <Section
      title={t("simulations.byMinistry")}
      bare
      aside={<ExportButton name="simulation-ministries" columns={columns} rows={outcome.ministries} />}
    >
      {outcome.ministries.length === 0 ? (
        <p className="ink2">{t("simulations.nobody")}</p>
      ) : (
        <Table
          caption={t("simulations.table", { of: t("simulations.byMinistry") })}
          columns={columns}
          rows={outcome.ministries}
          rowKey={({ ministryId }) => ministryId}
          ruled
        />
      )}
    </Section>
  );
}

function useMinistryColumns(outcome: SimulationOutcome, onShow: Props["onShow"]): readonly Column<Row>[] {
  const t = useTranslate();
  const format = useFormat();
  const shown = KINDS.filter((kind) => kind === "refused" || outcome.kinds[kind] > 0);
  const most = Math.max(...outcome.ministries.flatMap(({ kinds }) => shown.map((kind) => kinds[kind])));
  const nameOf = (row: Row): string => row.ministry?.acronym ?? row.ministry?.name ?? t("simulations.unknownBody");
  const cellOf = (row: Row, kind: Kind) => (
    <HeatCell
      count={row.kinds[kind]}
      most={most}
      label={t("simulations.seeChanges", { kind: t(`simulatedKind.${kindName(kind)}`), of: nameOf(row) })}
      onShow={() => onShow({ kind: kindName(kind), ministry: row.ministryId, rule: null })}
    />
  );
  const share = (part: number, whole: number): string => (whole === 0 ? NONE : format.percent(part / whole));
  return [
    column("ministry", t("simulations.ministry"), "ministry", nameOf, { sorts: true, total: t("simulations.total") }),
    column("replayed", t("simulations.replayed"), "replayed", (row) => row.replayed, {
      show: format.integer,
      numeric: true,
      sorts: true,
      total: format.integer(outcome.coverage.replayed),
    }),
    ...shown.map((kind): Column<Row> =>
      column(kind, <KindHeader words={t(`simulatedKind.${kindName(kind)}`)} />, kind, (row) => row.kinds[kind], {
        cell: (row) => cellOf(row, kind),
        numeric: true,
        sorts: true,
        total: format.integer(outcome.kinds[kind]),
      }),
    ),
    column("changed", t("simulations.changed"), "changed", (row) => row.changed, {
      show: (value) => <strong>{value === 0 ? NONE : format.integer(value)}</strong>,
      numeric: true,
      sorts: true,
      total: format.integer(outcome.changed),
    }),
    {
      id: "share",
      header: t("simulations.share"),
      numeric: true,
      cell: (row) => share(row.changed, row.replayed),
      total: share(outcome.changed, outcome.coverage.replayed),
    },
  ];
}

/** What it was above what it becomes. */
function KindHeader({ words }: { readonly words: string }) {
  const [before, after] = words.split(/(?=→)/u);
  return (
    <span className="kind-header">
      {before}
      {after === undefined ? null : <span>{after}</span>}
    </span>
  );
}

interface HeatProps {
  readonly count: number;
  readonly most: number;
  readonly label: string;
  readonly onShow: () => void;
}

/** A count on the heat scale that opens what it counts. */
function HeatCell({ count, most, label, onShow }: HeatProps) {
  const format = useFormat();
  if (count === 0) return <span className="heat heat-0">{NONE}</span>;
  return (
    <button type="button" className={`heat heat-${heat(count, most)}`} onClick={onShow}>
      {format.integer(count)}
      <span className="sr-only"> {label}</span>
    </button>
  );
}
