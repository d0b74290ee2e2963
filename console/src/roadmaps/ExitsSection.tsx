import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import type { RoadmapSheet } from "./roadmap-states";

type ExitPlan = RoadmapSheet["content"]["exitPlans"][number];
const OUTCOMES = { PASSED: "active", PARTLY: "expiring", FAILED: "refused" } as const;

/** How one would leave each product, and when that was last tried. */
export function ExitsSection({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const products = new Map(sheet.content.dependencies.map((line) => [line.id, line.product]));
  const columns: readonly Column<ExitPlan>[] = [
    { id: "product", header: t("roadmaps.product"), cell: (plan) => products.get(plan.dependencyId) ?? "" },
    { id: "format", header: t("roadmaps.exportFormat"), cell: (plan) => plan.exportFormat },
    {
      id: "days",
      header: t("roadmaps.exitDays"),
      numeric: true,
      cell: (plan) => format.integer(plan.durationDays),
    },
    { id: "cost", header: t("roadmaps.oneOff"), numeric: true, cell: (plan) => format.euro(plan.costEuros, 0) },
    {
      id: "exercise",
      header: t("roadmaps.lastExercise"),
      cell: (plan) => {
        const last = plan.exercises.at(-1);
        return last === undefined ? (
          <StateWord state="warned">{t("roadmaps.why.never_exercised")}</StateWord>
        ) : (
          <StateWord state={OUTCOMES[last.outcome]}>
            {format.date(`${last.date}T12:00:00Z`)}, {t(`exerciseOutcome.${last.outcome}`)}
          </StateWord>
        );
      },
    },
  ];
  return (
    <Section bare title={t("roadmaps.sheet.exits")}>
      {sheet.content.exitPlans.length === 0 ? (
        <Empty title={t("roadmaps.noExit")}>
          <p className="ink2">{t("roadmaps.noExitLead")}</p>
        </Empty>
      ) : (
        <Table
          caption={t("roadmaps.exitsCaption")}
          columns={columns}
          rows={sheet.content.exitPlans}
          rowKey={(plan) => plan.id}
          ruled
        />
      )}
    </Section>
  );
}
