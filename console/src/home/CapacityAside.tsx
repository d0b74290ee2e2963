import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { HomeCapacity, type PoolLiveFigures } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { GpuCells } from "../parts/GpuCells";
import { type CellFigures, cellUnit } from "../parts/gpu-cells";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import { usePerson } from "../providers/use-person";

interface Row extends CellFigures {
  readonly id: string;
  readonly name: string;
}

const sum = (rows: readonly CellFigures[], of: (row: CellFigures) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The lines of a pool that belong to these organisations; all of them when none does. */
function figuresOf(live: PoolLiveFigures, organisations: readonly string[]): CellFigures {
  const own = live.rows.filter((row) => row.organisation !== null && organisations.includes(row.organisation.id));
  const rows = own.length > 0 ? own : live.rows;
  return {
    nominal: sum(rows, (row) => row.nominal),
    guarantee: sum(rows, (row) => row.guarantee),
    occupied: sum(rows, (row) => row.occupied),
    lent: sum(rows, (row) => row.lent),
    borrowed: sum(rows, (row) => row.borrowed),
  };
}

/** Cells that fit beside a pool's name in the narrow column. */
const SHORT_STRIP = 12;

/** What this person's organisations hold and occupy now, by pool. */
export function CapacityAside() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(HomeCapacity, {}, { every: 5_000 });
  const organisations = usePerson()?.memberships.map((membership) => membership.organisation.id) ?? [];
  const rows: readonly Row[] = (query.data?.pools ?? []).map((pool) => ({
    id: pool.id,
    name: pool.name,
    ...figuresOf(pool.live, organisations),
  }));
  const unit = cellUnit(rows, SHORT_STRIP);
  const at = query.data?.pools[0]?.live.at ?? null;
  const columns: readonly Column<Row>[] = [
    {
      id: "pool",
      header: t("pools.pool"),
      cell: (row) => (
        <Link className="quiet" to={`/pools/${row.id}/show`}>
          {row.name}
        </Link>
      ),
      total: t("table.total"),
    },
    {
      id: "cells",
      header: <span className="sr-only">{t("pools.cells", { smart_count: unit })}</span>,
      cell: (row) => <GpuCells figures={row} unit={unit} label={cellsLabel(row)} />,
      total: (
        <span className="small ink3" style={{ fontWeight: 400 }}>
          {t("home.lentBorrowed", {
            lent: format.decimal(sum(rows, (row) => row.lent)),
            borrowed: format.decimal(sum(rows, (row) => row.borrowed)),
          })}
        </span>
      ),
    },
    {
      id: "occupied",
      header: t("home.occupiedRight"),
      numeric: true,
      cell: (row) => ratio(row.occupied, row.nominal),
      total: ratio(
        sum(rows, (row) => row.occupied),
        sum(rows, (row) => row.nominal),
      ),
    },
  ];
  function cellsLabel(row: Row): string {
    return t("pools.cellsLabel", {
      name: row.name,
      occupied: format.decimal(row.occupied),
      nominal: format.decimal(row.nominal),
      lent: format.decimal(row.lent),
      borrowed: format.decimal(row.borrowed),
      guarantee: format.decimal(row.guarantee),
    });
  }
  function ratio(occupied: number, nominal: number) {
    return (
      <>
        {format.decimal(occupied)}
        <span className="ink3"> / {format.decimal(nominal)}</span>
      </>
    );
  }
  return (
    <Section title={t("home.capacity")} aside={at === null ? undefined : t("home.at", { time: format.time(at) })}>
      <QueryState query={query}>
        {() => (
          <Table caption={t("home.capacityCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} fits />
        )}
      </QueryState>
    </Section>
  );
}
