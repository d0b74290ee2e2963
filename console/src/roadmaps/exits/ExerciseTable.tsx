import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { Section } from "../../parts/Section";
import { type Column, Table } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import type { ExitPlanRow } from "../roadmap-states";
import { OUTCOME_WORDS } from "./use-exit-columns";

interface Held {
  readonly key: string;
  readonly product: string;
  readonly planned: number;
  readonly exercise: ExitPlanRow["exercises"][number];
}

interface Props {
  readonly plans: readonly ExitPlanRow[];
  readonly products: ReadonlyMap<string, string>;
}

/** Every exercise that was held, latest first, beside the days that the plan expects. */
export function ExerciseTable({ plans, products }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const rows = plans
    .flatMap((plan) =>
      plan.exercises.map((exercise, index): Held => ({
        key: `${plan.id}-${String(index)}`,
        product: products.get(plan.dependencyId) ?? "",
        planned: plan.durationDays,
        exercise,
      })),
    )
    .toSorted((a, b) => b.exercise.date.localeCompare(a.exercise.date));
  const columns: readonly Column<Held>[] = [
    {
      id: "date",
      header: t("roadmaps.exercise.field.date"),
      cell: (row) => format.date(`${row.exercise.date}T12:00:00Z`),
    },
    { id: "product", header: t("roadmaps.product"), cell: (row) => row.product },
    {
      id: "outcome",
      header: t("roadmaps.exercise.field.outcome"),
      cell: ({ exercise: { outcome } }) => (
        <StateWord state={OUTCOME_WORDS[outcome]}>{t(`exerciseOutcome.${outcome}`)}</StateWord>
      ),
    },
    {
      id: "days",
      header: t("roadmaps.daysTaken"),
      numeric: true,
      cell: (row) => `${format.integer(row.exercise.days)} / ${format.integer(row.planned)}`,
    },
    { id: "findings", header: t("roadmaps.exercise.field.findings"), cell: (row) => row.exercise.findings },
  ];
  if (rows.length === 0) return null;
  return (
    <Section bare title={t("roadmaps.exercises")}>
      <Table
        caption={t("roadmaps.tableOf", { title: t("roadmaps.exercises") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        ruled
      />
    </Section>
  );
}
