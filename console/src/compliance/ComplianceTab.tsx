import { useParams } from "react-router";
import { NotFoundPage } from "../layout/NotFoundPage";
import { AssessmentsTab } from "./assessments/AssessmentsTab";
import { DoctrineTab } from "./counsel/DoctrineTab";
import { OpinionsTab } from "./counsel/OpinionsTab";
import { QuestionsTab } from "./counsel/QuestionsTab";
import { ReviewsTab } from "./counsel/ReviewsTab";
import { DerogationsTab } from "./derogations/DerogationsTab";
import { IncidentsTab } from "./incidents/IncidentsTab";
import { RegistersTab } from "./registers/RegistersTab";

/** One part of the desk, by the name in its address. */
export function ComplianceTab() {
  const { id } = useParams();
  switch (id) {
    case "derogations":
      return <DerogationsTab />;
    case "questions":
      return <QuestionsTab />;
    case "doctrine":
      return <DoctrineTab />;
    case "assessments":
      return <AssessmentsTab />;
    case "reviews":
      return <ReviewsTab />;
    case "incidents":
      return <IncidentsTab />;
    case "opinions":
      return <OpinionsTab />;
    case "registers":
      return <RegistersTab />;
    default:
      return <NotFoundPage />;
  }
}
