import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { HomeCapacity, type PoolLiveFigures } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useOwnBodies } from "../parts/bodies/use-own-bodies";
import { GpuCells } from "../parts/GpuCells";
import { type CellFigures, cellUnit } from "../parts/gpu-cells";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";

interface Row extends CellFigures {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
}

const sum = <Figures,>(rows: readonly Figures[], of: (row: Figures) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The lines of a pool that belong to these organisations. @param organisations null for the whole State */
function figuresOf(live: PoolLiveFigures, organisations: readonly string[] | null): Omit<Row, "id" | "name"> {
  const rows = live.rows.filter(
    ({ organisation }) => organisations === null || (organisation !== null && organisations.includes(organisation.id)),
  );
  return {
    waiting: rows.reduce((total, row) => total + row.waiting, 0),
    nominal: sum(rows, (row) => row.nominal),
    guarantee: sum(rows, (row) => row.guarantee),
    occupied: sum(rows, (row) => row.occupied),
    lent: sum(rows, (row) => row.lent),
    borrowed: sum(rows, (row) => row.borrowed),
  };
}

/** Cells that fit beside a pool's name in the narrow column. */
const SHORT_STRIP = 12;

/** What this person's organisations hold and occupy now, by pool; or the whole State, with what waits. */
export function CapacityAside({ whole = false }: { readonly whole?: boolean }) {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(HomeCapacity, {}, { every: 5_000 });
  const own = useOwnBodies().map(({ id }) => id);
  const rows: readonly Row[] = (query.data?.pools ?? [])
    .map((pool) => ({ id: pool.id, name: pool.name, ...figuresOf(pool.live, whole ? null : own) }))
    .filter((row) => whole || row.nominal > 0 || row.occupied > 0);
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
    ...(whole
      ? [
          {
            id: "waiting",
            header: t("pools.waiting"),
            numeric: true,
            cell: (row: Row) => format.integer(row.waiting),
            total: format.integer(sum(rows, (row) => row.waiting)),
          },
        ]
      : []),
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
    <Section
      title={t(whole ? "home.stateCapacity" : "home.capacity")}
      aside={at === null ? undefined : t("home.at", { time: format.time(at) })}
    >
      <QueryState query={query}>
        {() =>
          rows.length === 0 ? (
            <p className="small ink2" style={{ paddingTop: 8 }}>
              {t("home.noRight")} <Link to="/pools">{t("menu.pools")}</Link>
            </p>
          ) : (
            <Table caption={t("home.capacityCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} fits />
          )
        }
      </QueryState>
    </Section>
  );
}
