import { useTranslate } from "react-admin";
import { HomeDesk } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { QueryState } from "../parts/states";
import { deskPath } from "../parts/tasks/desk-tabs";
import { useOperation } from "../providers/use-operation";
import { ItemsAside } from "./ItemsAside";

/** What the compliance cell follows: incidents and their clocks, derogations, questions, reviews, suspended cases. */
export function DeskAsides() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(HomeDesk, {}, { every: 60_000 });
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  return (
    <QueryState query={query}>
      {({ incidents, derogations, complianceQuestions, useCaseReviews, useCases }) => (
        <>
          <ItemsAside
            title={t("desk.tab.incidents")}
            all={deskPath("incidents")}
            none={t("home.noIncident")}
            items={incidents.edges.map(({ node }) => ({
              id: node.id,
              to: deskPath("incidents", node.id),
              title: node.title,
              detail: [
                t(`incidentState.${node.state}`),
                ...(node.clock.dueAt === null ? [] : [t("home.notifyBy", { date: format.dateTime(node.clock.dueAt) })]),
              ].join(", "),
            }))}
          />
          <ItemsAside
            title={t("home.suspended", { smart_count: useCases.totalCount })}
            all="/use-cases?view=suspended"
            none={t("home.noSuspended")}
            items={useCases.edges.map(({ node }) => ({
              id: node.id,
              to: `/use-cases/${node.id}/show`,
              title: node.name,
              detail: node.organisation.acronym ?? node.organisation.name,
            }))}
          />
          <ItemsAside
            title={t("desk.tab.derogations")}
            all={deskPath("derogations")}
            none={t("home.noDerogation")}
            items={derogations.edges.map(({ node }) => ({
              id: node.id,
              to: deskPath("derogations", node.id),
              title: node.useCase?.name ?? node.rule,
              detail: `${t(`derogationStanding.${node.standing}`)}, ${t("home.until", { date: day(node.endsOn) })}`,
            }))}
          />
          <ItemsAside
            title={t("desk.tab.questions")}
            all={deskPath("questions")}
            none={t("home.noQuestion")}
            items={complianceQuestions.edges.map(({ node }) => ({
              id: node.id,
              to: deskPath("questions", node.id),
              title: node.title,
              detail: t("home.answerBy", { date: day(node.dueOn) }),
            }))}
          />
          <ItemsAside
            title={t("desk.tab.reviews")}
            all={deskPath("reviews")}
            none={t("home.noReview")}
            items={useCaseReviews.edges.map(({ node }) => ({
              id: node.id,
              to: deskPath("reviews", node.id),
              title: node.useCase?.name ?? "",
              detail: t(`reviewOpinion.${node.opinion}`),
            }))}
          />
        </>
      )}
    </QueryState>
  );
}
