import { useId } from "react";
import { useTranslate } from "react-admin";
import { NeedSizing, type NeedSizingData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";

type Sizing = NonNullable<NeedSizingData["needSizing"]>;
type Step = Sizing["steps"][number];
type Option = Sizing["options"][number];

interface Props {
  readonly needId: string;
  readonly quarter: string;
}

/** "Why 4 GPUs?": each number on the way from the need to its GPUs, and what other kinds of GPU would take. */
export function SizingPanel({ needId, quarter }: Props) {
  const t = useTranslate();
  const query = useOperation(NeedSizing, { needId, quarter });
  return (
    <QueryState query={query}>
      {({ needSizing }) =>
        needSizing === null ? <Empty title={t("sizing.unknown")} /> : <Panel sizing={needSizing} />
      }
    </QueryState>
  );
}

function Panel({ sizing }: { readonly sizing: Sizing }) {
  const t = useTranslate();
  const format = useFormat();
  const id = useId();
  const { gpus, unsized } = sizing;
  return (
    <article className={gpus === null ? "why refused" : "why served"} aria-labelledby={id}>
      <div className="verdict">
        <div className="row">
          <Tag state={gpus === null ? "refused" : "active"}>
            {gpus === null ? t("sizing.unserved") : t("sizing.served")}
          </Tag>
          <span className="mono ink2">{sizing.quarter}</span>
        </div>
        <h2 id={id}>
          {gpus === null
            ? t(`sizing.unsized.${unsized ?? "no_configuration"}`, { _: unsized ?? "" })
            : t("sizing.why", { smart_count: gpus.likely, gpu: sizing.gpuType ?? t("sizing.anyGpu") })}
        </h2>
        {gpus === null ? null : (
          <p className="ink2">
            {t("sizing.range", { low: format.integer(gpus.low), high: format.integer(gpus.high) })}
          </p>
        )}
      </div>
      {sizing.steps.length === 0 ? null : <StepTable steps={sizing.steps} />}
      {sizing.options.length === 0 ? null : <OptionTable options={sizing.options} />}
      <footer>
        {sizing.profile === null ? (
          <span>{t("sizing.noProfile")}</span>
        ) : (
          <span>
            {t("sizing.profile")} <span lang="en">{sizing.profile}</span>
          </span>
        )}
      </footer>
    </article>
  );
}

function StepTable({ steps }: { readonly steps: readonly Step[] }) {
  const t = useTranslate();
  const format = useFormat();
  const printed = ({ value, unit }: Step): string =>
    unit === ""
      ? format.decimal(value, digitsOf(value))
      : format.unit(value, t(`sizing.unit.${unitKey(unit)}`, { _: unit }), digitsOf(value));
  const columns: readonly Column<Step>[] = [
    { id: "code", header: t("sizing.number"), cell: (step) => t(`sizing.step.${step.code}`, { _: step.code }) },
    {
      id: "value",
      header: t("sizing.value"),
      numeric: true,
      cell: (step) => <span className="strong">{printed(step)}</span>,
    },
    {
      id: "formula",
      header: t("sizing.formula"),
      cell: (step) => t(`sizing.formulaOf.${formulaKey(step)}`, { _: step.formula }),
    },
    { id: "basis", header: t("sizing.basisTitle"), cell: (step) => t(`sizing.basis.${step.basis}`, { _: step.basis }) },
  ];
  return (
    <section>
      <h3>{t("sizing.steps")}</h3>
      <Table caption={t("sizing.steps")} columns={columns} rows={steps} rowKey={(step) => step.code} compact />
    </section>
  );
}

const unitKey = (unit: string): string => unit.replaceAll(/[^a-zA-Z]+/gu, "_");
/** The peak follows from requests a day, or from requests at once: one code, two formulas. */
const formulaKey = ({ code, formula }: Step): string =>
  code === "peak_per_second" && formula.startsWith("at once") ? "peak_of_concurrency" : code;
/** Three significant figures below 100. */
const digitsOf = (value: number): number => {
  const size = Math.abs(value);
  return size >= 100 || size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size)));
};

function OptionTable({ options }: { readonly options: readonly Option[] }) {
  const t = useTranslate();
  const columns: readonly Column<Option>[] = [
    { id: "gpu", header: t("campaigns.gpuType"), cell: (row) => row.gpuType },
    ...(["low", "likely", "high"] as const).map((level): Column<Option> => ({
      id: level,
      header: t(`campaigns.level.${level}`),
      numeric: true,
      cell: (row) => row.gpus?.[level] ?? NONE,
      sortBy: (row) => row.gpus?.[level] ?? null,
    })),
    { id: "why", header: t("sizing.misfit"), cell: (row) => (row.gpus === null ? row.misfits.join("; ") : "") },
  ];
  return (
    <section>
      <h3>{t("sizing.options")}</h3>
      <Table caption={t("sizing.options")} columns={columns} rows={options} rowKey={(row) => row.gpuType} compact />
    </section>
  );
}
