import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { RequestDerogationDialog } from "../derogations/RequestDerogationDialog";
import { INCIDENT_TAG, REVIEW_TAG, STANDING_TAG, type ComplianceSheet } from "../desk-state";
import { deskPath } from "../../parts/tasks/desk-tabs";
import { useRuleWords } from "../use-rule-choices";
import { DeclareIncidentDialog } from "../incidents/DeclareIncidentDialog";

/** Reviews, derogations and incidents of the use case, and what its ministry may ask or declare. */
export function RecordsSection({ sheet }: { readonly sheet: ComplianceSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState<"derogation" | "incident" | null>(null);
  const may = { derogation: useAbility("declare", "Derogation"), incident: useAbility("declare", "Incident") };
  const ruleWords = useRuleWords();
  const { reviews, derogations, incidents } = sheet;
  return (
    <Section
      title={t("desk.records")}
      aside={
        <>
          <ExplainedButton
            size="small"
            onClick={() => setAsking("derogation")}
            disabledReason={may.derogation ? undefined : t("derogation.notYouToAsk")}
          >
            {t("derogation.ask")}
          </ExplainedButton>
          <ExplainedButton
            size="small"
            onClick={() => setAsking("incident")}
            disabledReason={may.incident ? undefined : t("incident.notYou.declare")}
          >
            {t("incident.declare")}
          </ExplainedButton>
        </>
      }
    >
      {reviews.length + derogations.length + incidents.length === 0 ? <Empty title={t("desk.noRecord")} /> : null}
      <ul>
        {reviews.map((row) => (
          <li key={row.id}>
            <Link to={deskPath("reviews", row.id)}>{t("review.ofDay", { date: format.date(row.reviewedAt) })}</Link>{" "}
            <StateWord state={REVIEW_TAG[row.opinion]}>{t(`reviewOpinion.${row.opinion}`)}</StateWord>
          </li>
        ))}
        {derogations.map((row) => (
          <li key={row.id}>
            <Link to={deskPath("derogations", row.id)}>{t("derogation.from", { rule: ruleWords(row.rule) })}</Link>{" "}
            <StateWord state={STANDING_TAG[row.standing]}>{t(`derogationStanding.${row.standing}`)}</StateWord>
          </li>
        ))}
        {incidents.map((row) => (
          <li key={row.id}>
            <Link to={deskPath("incidents", row.id)}>{row.title}</Link>{" "}
            <StateWord state={INCIDENT_TAG[row.state]}>{t(`incidentState.${row.state}`)}</StateWord>
          </li>
        ))}
      </ul>
      {asking === "derogation" ? (
        <RequestDerogationDialog useCaseId={sheet.id} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "incident" ? <DeclareIncidentDialog useCaseId={sheet.id} onClose={() => setAsking(null)} /> : null}
    </Section>
  );
}
