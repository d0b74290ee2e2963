import type { ComponentType } from "react";
import { useParams } from "react-router";
import { NotFoundPage } from "../layout/NotFoundPage";
import { AssessmentsTab } from "./assessments/AssessmentsTab";
import { DoctrineTab } from "./counsel/DoctrineTab";
import { OpinionsTab } from "./counsel/OpinionsTab";
import { QuestionsTab } from "./counsel/QuestionsTab";
import { ReviewsTab } from "./counsel/ReviewsTab";
import { DerogationsTab } from "./derogations/DerogationsTab";
import { DESK_TABS, type DeskTab } from "../parts/tasks/desk-tabs";
import { IncidentsTab } from "./incidents/IncidentsTab";
import { RegistersTab } from "./registers/RegistersTab";

const PAGES: Readonly<Record<DeskTab, ComponentType>> = {
  waiting: NotFoundPage,
  derogations: DerogationsTab,
  questions: QuestionsTab,
  doctrine: DoctrineTab,
  assessments: AssessmentsTab,
  reviews: ReviewsTab,
  incidents: IncidentsTab,
  opinions: OpinionsTab,
  registers: RegistersTab,
};

/** One part of the desk, by the name in its address; what waits has an address of its own. */
export function ComplianceTab() {
  const { id } = useParams();
  const Page = PAGES[DESK_TABS.find((tab) => tab === id) ?? "waiting"];
  return <Page />;
}
