import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { column } from "../../parts/column";
import { type Column, Table } from "../../parts/Table";
import type { Figures } from "../roadmap-states";

type Domain = Figures["domains"][number];
type Seal = Figures["seals"][number];
type YearRow = readonly [year: number, byDomain: ReadonlyMap<string, number>];

/** The same total, by what the products are for. */
export function DomainTable({ rows, total }: { readonly rows: readonly Domain[]; readonly total: number }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Domain>[] = [
    column("domain", t("roadmaps.domain"), "domain", (row) => row.domain, {
      show: (value) => t(`dependencyDomain.${value}`),
      total: t("table.total"),
    }),
    column("lines", t("roadmaps.lines"), "lines", (row) => row.lines, { show: format.integer, numeric: true }),
    column("euros", t("roadmaps.yearlyCost"), "euros", (row) => row.euros, {
      show: (value) => format.euro(value, 0),
      numeric: true,
      sorts: true,
      total: format.euro(total, 0),
    }),
  ];
  return (
    <Section
      bare
      title={t("roadmaps.byDomain")}
      aside={<ExportButton name="dependencies-by-domain" columns={columns} rows={rows} />}
    >
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.byDomain") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.domain}
        ruled
      />
    </Section>
  );
}

/** What ministries plan to spend, a row a year and a column a domain. */
export function YearTable({ rows }: { readonly rows: Figures["years"] }) {
  const t = useTranslate();
  const format = useFormat();
  const domains = [...new Set(rows.map(({ domain }) => domain))];
  const years: readonly YearRow[] = [...new Set(rows.map(({ year }) => year))]
    .toSorted((a, b) => a - b)
    .map((year) => [
      year,
      new Map(rows.filter((row) => row.year === year).map(({ domain, euros }) => [domain, euros])),
    ]);
  const sum = ([, byDomain]: YearRow): number => [...byDomain.values()].reduce((total, euros) => total + euros, 0);
  const columns: readonly Column<YearRow>[] = [
    column("year", t("roadmaps.year"), "year", ([year]) => year),
    ...domains.map((domain): Column<YearRow> =>
      column(domain, t(`dependencyDomain.${domain}`), domain, ([, byDomain]) => byDomain.get(domain) ?? null, {
        cell: ([, byDomain]) => format.orNone(byDomain.get(domain), (euros) => format.euro(euros, 0)),
        numeric: true,
      }),
    ),
    column("total", t("table.total"), "totalEuros", sum, {
      cell: (row) => <span className="strong">{format.euro(sum(row), 0)}</span>,
      numeric: true,
    }),
  ];
  if (years.length === 0) return null;
  return (
    <Section
      bare
      title={t("roadmaps.byYear")}
      aside={<ExportButton name="planned-spend-by-year" columns={columns} rows={years} />}
    >
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.byYear") })}
        columns={columns}
        rows={years}
        rowKey={([year]) => String(year)}
        ruled
      />
    </Section>
  );
}

interface SealProps {
  readonly rows: readonly Seal[];
  readonly total: number;
  readonly framework: string;
}

/** How much of the spend stands at which assurance level. */
export function SealTable({ rows, total, framework }: SealProps) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Seal>[] = [
    {
      id: "seal",
      header: "SEAL",
      cell: ({ seal }) => (seal === null ? t("roadmaps.sealNone") : t("roadmaps.sealLevel", { seal })),
      total: t("table.total"),
    },
    { id: "lines", header: t("roadmaps.lines"), numeric: true, cell: (row) => format.integer(row.lines) },
    {
      id: "euros",
      header: t("roadmaps.yearlyCost"),
      numeric: true,
      cell: (row) => format.euro(row.euros, 0),
      total: format.euro(total, 0),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <Section bare title={t("roadmaps.bySeal")}>
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.bySeal") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.seal)}
        ruled
      />
      <p className="small ink2">{t("roadmaps.framework", { version: framework })}</p>
    </Section>
  );
}
