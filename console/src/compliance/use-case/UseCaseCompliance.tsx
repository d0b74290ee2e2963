import { useTranslate } from "react-admin";
import { UseCaseCompliance as Compliance } from "../../generated/operations";
import { QueryState } from "../../parts/states";
import { useOperation } from "../../providers/use-operation";
import { AssessmentStatusSection } from "./AssessmentStatusSection";
import { DutiesSection } from "./DutiesSection";
import { MentionSection } from "./MentionSection";
import { RecordsSection } from "./RecordsSection";

/** What the compliance desk knows of one use case: assessments, duties with their dates, acts and the mention. */
export function UseCaseCompliance({ useCaseId }: { readonly useCaseId: string }) {
  const t = useTranslate();
  const query = useOperation(Compliance, { id: useCaseId });
  return (
    <QueryState query={query}>
      {({ useCase }) =>
        useCase === null ? (
          <p>{t("registry.notFound")}</p>
        ) : (
          <>
            <AssessmentStatusSection sheet={useCase} />
            <DutiesSection sheet={useCase} />
            <RecordsSection sheet={useCase} />
            <MentionSection sheet={useCase} />
          </>
        )
      }
    </QueryState>
  );
}
