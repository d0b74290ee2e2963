import { useState } from "react";
import { useTranslate } from "react-admin";
import { UseCaseRecords } from "../../generated/operations";
import { daysLate } from "../../evaluations/evaluation-states";
import { EvaluationSheet } from "../../evaluations/EvaluationSheet";
import { PlanDialog } from "../../evaluations/PlanDialog";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { Section } from "../../parts/Section";
import { Empty, QueryState } from "../../parts/states";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import type { Sheet, Records } from "../sheet";
import { ScoresSection } from "./ScoresSection";

/** Its evaluations, newest first, and the marks that the AI cell gave it. */
export function EvaluationsTab({ sheet }: { readonly sheet: Sheet }) {
  const query = useOperation(UseCaseRecords, { id: sheet.id });
  return (
    <QueryState query={query}>
      {({ useCase }) =>
        useCase === null ? null : (
          <div className="stack">
            <EvaluationsSection sheet={sheet} records={useCase} />
            {useCase.evaluations
              .map((evaluation, index) => (
                <EvaluationSheet key={evaluation.id} evaluation={evaluation} number={index + 1} />
              ))
              .toReversed()}
            <ScoresSection sheet={sheet} scores={useCase.selectionScores} />
          </div>
        )
      }
    </QueryState>
  );
}

function EvaluationsSection({ sheet, records }: { readonly sheet: Sheet; readonly records: Records }) {
  const t = useTranslate();
  const format = useFormat();
  const [planning, setPlanning] = useState(false);
  const may = useAbility("declare", "Evaluation");
  const dueOn = sheet.dossier.evaluationDueOn;
  const late = dueOn !== null && daysLate(dueOn, new Date()) > 0;
  return (
    <Section
      title={t("menu.evaluations")}
      aside={
        <ExplainedButton
          size="small"
          variant="outlined"
          onClick={() => setPlanning(true)}
          disabledReason={may ? undefined : t("evaluations.plan.notYou")}
        >
          {t("evaluations.plan.verb")}
        </ExplainedButton>
      }
    >
      {dueOn === null ? null : (
        <p className={late ? "note warning" : "small ink2"} style={late ? undefined : { paddingTop: 8 }}>
          {t(late ? "evaluations.lateNote" : "evaluations.dueNote", { date: format.date(`${dueOn}T12:00:00Z`) })}
        </p>
      )}
      {records.evaluations.length === 0 ? (
        <Empty title={t("evaluations.none")}>
          <p className="ink2">{t("evaluations.noneLead")}</p>
        </Empty>
      ) : null}
      {planning ? <PlanDialog useCase={sheet} onClose={() => setPlanning(false)} /> : null}
    </Section>
  );
}
