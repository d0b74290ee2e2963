import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
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
    {
      id: "ministry",
      header: t("simulations.ministry"),
      cell: nameOf,
      sortBy: nameOf,
      csv: { header: "ministry", value: nameOf },
      total: t("simulations.total"),
    },
    {
      id: "replayed",
      header: t("simulations.replayed"),
      numeric: true,
      cell: (row) => format.integer(row.replayed),
      sortBy: (row) => row.replayed,
      csv: { header: "replayed", value: (row) => row.replayed },
      total: format.integer(outcome.coverage.replayed),
    },
    ...shown.map((kind): Column<Row> => ({
      id: kind,
      header: <KindHeader words={t(`simulatedKind.${kindName(kind)}`)} />,
      numeric: true,
      cell: (row) => cellOf(row, kind),
      sortBy: (row) => row.kinds[kind],
      csv: { header: kind, value: (row) => row.kinds[kind] },
      total: format.integer(outcome.kinds[kind]),
    })),
    {
      id: "changed",
      header: t("simulations.changed"),
      numeric: true,
      cell: (row) => <strong>{row.changed === 0 ? NONE : format.integer(row.changed)}</strong>,
      sortBy: (row) => row.changed,
      csv: { header: "changed", value: (row) => row.changed },
      total: format.integer(outcome.changed),
    },
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
