import { useTranslate } from "react-admin";
import type { EvaluationRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Tag } from "../parts/Tag";
import { EvaluationActs } from "./EvaluationActs";
import { evaluationTag, verdictTag } from "./evaluation-states";
import { MetricsTable } from "./MetricsTable";

interface Props {
  readonly evaluation: EvaluationRow;
  /** Among those of its use case, the oldest is 1: a body may evaluate more than once. */
  readonly number: number;
}

/** One evaluation, whole: who, how, what it found, and its next step. */
export function EvaluationSheet({ evaluation, number }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { body, state, independent, protocol, sample, plannedAt, publishedAt, verdict, summary } = evaluation;
  return (
    <Section
      title={t("evaluations.by", { body, number })}
      aside={
        <>
          {verdict === null ? (
            <Tag state={evaluationTag(state)}>{t(`evaluationState.${state}`)}</Tag>
          ) : (
            <Tag state={verdictTag(verdict)}>{t(`verdict.${verdict}`)}</Tag>
          )}
          <EvaluationActs evaluation={evaluation} />
        </>
      }
    >
      <dl className="pairs left">
        <dt>{t("evaluations.kind")}</dt>
        <dd>{t(independent ? "evaluations.isIndependent" : "evaluations.isOwn")}</dd>
        <dt>{t("evaluations.field.protocol")}</dt>
        <dd>{protocol}</dd>
        <dt>{t("evaluations.field.sample")}</dt>
        <dd>{sample ?? t("form.notSaid")}</dd>
        <dt>{t("evaluations.dates")}</dt>
        <dd>
          {publishedAt === null
            ? t("evaluations.plannedOn", { date: format.date(plannedAt) })
            : t("evaluations.publishedOn", { date: format.date(publishedAt), planned: format.date(plannedAt) })}
        </dd>
        {summary === null ? null : (
          <>
            <dt>{t("evaluations.field.summary")}</dt>
            <dd>{summary}</dd>
          </>
        )}
        {evaluation.publicationUrl === null ? null : (
          <>
            <dt>{t("evaluations.field.publicationUrl")}</dt>
            <dd>
              <a href={evaluation.publicationUrl} rel="noreferrer noopener" target="_blank">
                {evaluation.publicationUrl}
              </a>
            </dd>
          </>
        )}
      </dl>
      {evaluation.metrics.length === 0 ? null : (
        <div style={{ paddingTop: 12 }}>
          <MetricsTable caption={t("evaluations.metricsOf", { body, number })} metrics={evaluation.metrics} />
        </div>
      )}
    </Section>
  );
}
