import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { ExportButton } from "../../parts/ExportButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { column } from "../../parts/column";
import { type Column, Table } from "../../parts/Table";
import { StateWord, Tag } from "../../parts/Tag";
import { roadmapTag, type Figures } from "../roadmap-states";
import { DomainTable, SealTable, YearTable } from "./BreakdownTables";

type Vendor = Figures["vendors"][number];
type Ministry = Figures["ministries"][number];
type Negotiation = Figures["windows"][number];
type Reference = Figures["references"][number];
type FollowUp = Figures["blocked"][number];

interface Props {
  readonly figures: Figures;
  readonly months: number;
}

/** The report's tables; the total of each is the same sum. */
export function ReportTables({ figures, months }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const euros = (value: number): string => format.euro(value, 0);
  const { savings, insourcing } = figures;
  return (
    <div className="stack">
      <Section title={t("roadmaps.inShort")}>
        <p>
          {t("roadmaps.inShortText", {
            total: euros(figures.totalEuros),
            saving: euros(savings.yearlySavingEuros),
            once: euros(savings.oneOffCostEuros),
            payback: format.orNone(savings.paybackYears, (years) => format.decimal(years)),
          })}
        </p>
        {insourcing.internalEuros === 0 ? null : (
          <p>
            {t("roadmaps.insourcingText", {
              inside: euros(insourcing.internalEuros),
              outside: euros(insourcing.externalRemovedEuros),
              ratio: format.decimal(insourcing.ratio),
            })}
          </p>
        )}
      </Section>
      <VendorTable rows={figures.vendors} total={figures.totalEuros} />
      <DomainTable rows={figures.domains} total={figures.totalEuros} />
      <ReferenceTable rows={figures.references} />
      <WindowTable rows={figures.windows} months={months} />
      <YearTable rows={figures.years} />
      <SealTable rows={figures.seals} total={figures.totalEuros} framework={figures.frameworkVersion} />
      <MinistryTable rows={figures.ministries} total={figures.totalEuros} />
      <FollowUpTable title={t("roadmaps.blocked")} rows={figures.blocked} />
      <FollowUpTable title={t("roadmaps.untried")} rows={figures.untriedExits} />
    </div>
  );
}

function VendorTable({ rows, total }: { readonly rows: readonly Vendor[]; readonly total: number }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Vendor>[] = [
    column("vendor", t("roadmaps.vendor"), "vendor", (row) => row.vendor, { sorts: true, total: t("table.total") }),
    column("ministries", t("roadmaps.ministries"), "ministries", (row) => row.ministries, {
      numeric: true,
      sorts: true,
    }),
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
      title={t("roadmaps.byVendor")}
      aside={<ExportButton name="dependencies-by-vendor" columns={columns} rows={rows} />}
    >
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.byVendor") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.vendor}
        ruled
      />
    </Section>
  );
}

function ReferenceTable({ rows }: { readonly rows: readonly Reference[] }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Reference>[] = [
    { id: "label", header: t("roadmaps.planFigure"), cell: (row) => row.label },
    { id: "kind", header: t("roadmaps.type"), cell: (row) => t(`referenceKind.${row.kind}`) },
    { id: "euros", header: t("roadmaps.planEuros"), numeric: true, cell: (row) => format.euro(row.euros, 0) },
    {
      id: "declared",
      header: t("roadmaps.declared"),
      numeric: true,
      cell: (row) => format.euro(row.declaredEuros, 0),
    },
    {
      id: "share",
      header: t("roadmaps.share"),
      numeric: true,
      cell: (row) => (row.euros === 0 ? "" : format.percent(row.declaredEuros / row.euros)),
    },
    { id: "source", header: t("roadmaps.source"), cell: (row) => <span className="ink2">{row.source}</span> },
  ];
  return (
    <Section bare title={t("roadmaps.againstPlan")}>
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.againstPlan") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.label}
        ruled
      />
    </Section>
  );
}

function WindowTable({ rows, months }: { readonly rows: readonly Negotiation[]; readonly months: number }) {
  const t = useTranslate();
  const format = useFormat();
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  const columns: readonly Column<Negotiation>[] = [
    { id: "vendor", header: t("roadmaps.vendor"), cell: (row) => row.vendor },
    { id: "dates", header: t("roadmaps.renewals"), cell: (row) => `${day(row.from)} – ${day(row.to)}` },
    { id: "act", header: t("roadmaps.actBefore"), cell: (row) => day(row.actBefore) },
    {
      id: "who",
      header: t("roadmaps.ministries"),
      cell: (row) => [...new Set(row.renewals.map((renewal) => renewal.organisationName))].join(", "),
    },
    { id: "euros", header: t("roadmaps.yearlyCost"), numeric: true, cell: (row) => format.euro(row.euros, 0) },
  ];
  return (
    <Section bare title={t("roadmaps.windows", { months })}>
      {rows.length === 0 ? (
        <Empty title={t("roadmaps.noWindow")} />
      ) : (
        <Table
          caption={t("roadmaps.tableOf", { title: t("roadmaps.windows", { months }) })}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.vendor}-${row.from}`}
          ruled
        />
      )}
    </Section>
  );
}

function MinistryTable({ rows, total }: { readonly rows: readonly Ministry[]; readonly total: number }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Ministry>[] = [
    { id: "name", header: t("pools.ministry"), cell: (row) => row.organisationName, total: t("table.total") },
    {
      id: "state",
      header: t("roadmaps.state"),
      cell: (row) => (
        <>
          {row.state === null ? (
            <Tag state="plain">{t("roadmaps.notOpened")}</Tag>
          ) : (
            <Tag state={roadmapTag(row.state)}>{t(`roadmapState.${row.state}`)}</Tag>
          )}{" "}
          {row.late ? <StateWord state="expiring">{t("roadmaps.late")}</StateWord> : null}
        </>
      ),
    },
    { id: "lines", header: t("roadmaps.lines"), numeric: true, cell: (row) => row.dependencies },
    {
      id: "euros",
      header: t("roadmaps.yearlyCost"),
      numeric: true,
      cell: (row) => format.euro(row.euros, 0),
      total: format.euro(total, 0),
    },
  ];
  return (
    <Section bare title={t("roadmaps.byMinistry")}>
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.byMinistry") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.organisationId}
        ruled
      />
    </Section>
  );
}

function FollowUpTable({ title, rows }: { readonly title: string; readonly rows: readonly FollowUp[] }) {
  const t = useTranslate();
  if (rows.length === 0) return null;
  const columns: readonly Column<FollowUp>[] = [
    { id: "what", header: t("roadmaps.what"), cell: (row) => row.what },
    { id: "who", header: t("pools.ministry"), cell: (row) => row.organisationName },
    { id: "why", header: t("roadmaps.because"), cell: (row) => t(`roadmaps.why.${row.why}`) },
  ];
  return (
    <Section bare title={title}>
      <Table
        caption={t("roadmaps.tableOf", { title: title })}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.organisationName}-${row.what}`}
        ruled
      />
    </Section>
  );
}
