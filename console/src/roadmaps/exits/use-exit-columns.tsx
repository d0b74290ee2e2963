import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { column } from "../../parts/column";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import type { ExitPlanRow } from "../roadmap-states";

export const OUTCOME_WORDS = { PASSED: "active", PARTLY: "expiring", FAILED: "refused" } as const;

interface Acts {
  /** Undefined while lines may not be written, or not by this person. */
  readonly onEdit: ((plan: ExitPlanRow) => void) | undefined;
  readonly onExercise: ((plan: ExitPlanRow) => void) | undefined;
}

export function useExitColumns(
  products: ReadonlyMap<string, string>,
  { onEdit, onExercise }: Acts,
): readonly Column<ExitPlanRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const product = (plan: ExitPlanRow): string => products.get(plan.dependencyId) ?? "";
  const guarantees = (plan: ExitPlanRow): string =>
    (["escrow", "reversibilityClause"] as const)
      .filter((one) => plan[one])
      .map((one) => t(`roadmaps.guarantee.${one}`))
      .join(", ");
  return [
    column("product", t("roadmaps.product"), "product", product, {
      cell: (plan) =>
        onEdit === undefined ? (
          product(plan)
        ) : (
          <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onEdit(plan)}>
            {product(plan)}
          </button>
        ),
    }),
    column("format", t("roadmaps.exit.field.exportFormat"), "exportFormat", (plan) => plan.exportFormat),
    column("guarantees", t("roadmaps.guarantees"), "guarantees", guarantees, {
      cell: (plan) => guarantees(plan) || t("roadmaps.noGuarantee"),
    }),
    column("days", t("roadmaps.exitDays"), "durationDays", (plan) => plan.durationDays, {
      show: format.integer,
      numeric: true,
      sorts: true,
    }),
    column("cost", t("roadmaps.oneOff"), "costEuros", (plan) => plan.costEuros, {
      show: (value) => format.euro(value, 0),
      numeric: true,
      sorts: true,
    }),
    column("exercise", t("roadmaps.lastExercise"), "lastExercise", (plan) => plan.exercises.at(-1)?.date ?? null, {
      cell: (plan) => <LastExercise plan={plan} product={product(plan)} onExercise={onExercise} />,
    }),
  ];
}

interface LastProps {
  readonly plan: ExitPlanRow;
  readonly product: string;
  readonly onExercise: Acts["onExercise"];
}

function LastExercise({ plan, product, onExercise }: LastProps) {
  const t = useTranslate();
  const format = useFormat();
  const last = plan.exercises.at(-1);
  return (
    <>
      {last === undefined ? (
        <StateWord state="warned">{t("roadmaps.why.never_exercised")}</StateWord>
      ) : (
        <StateWord state={OUTCOME_WORDS[last.outcome]}>
          {format.date(`${last.date}T12:00:00Z`)}, {t(`exerciseOutcome.${last.outcome}`)}
        </StateWord>
      )}
      {onExercise === undefined ? null : (
        <div className="small">
          <button
            type="button"
            className="link"
            aria-label={`${t("roadmaps.add.exercise")} (${product})`}
            onClick={() => onExercise(plan)}
          >
            {t("roadmaps.add.exercise")}
          </button>
        </div>
      )}
    </>
  );
}
