import { useId } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { Link } from "react-router";
import { Decision } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { CopyButton } from "../parts/CopyButton";
import { Empty, QueryState } from "../parts/states";
import { Tag } from "../parts/Tag";
import { codeKey } from "../providers/refusal";
import { useOperation } from "../providers/use-operation";
import type { Detail } from "./decision-detail";
import { outcomeTag, shortId, verdictClass } from "./outcome-tag";
import { WhyEndpoint } from "./WhyEndpoint";
import { WhyLevels } from "./WhyLevels";
import { WhyPools } from "./WhyPools";
import { WhyRemedies } from "./WhyRemedies";
import { WhyRules } from "./WhyRules";
import { WhyStages } from "./WhyStages";

/** Why one request was served, refused or failed, with every figure of its decision. */
export function WhyPanel({ id }: { readonly id: string }) {
  const t = useTranslate();
  const query = useOperation(Decision, { id });
  return (
    <QueryState query={query}>
      {({ decision }) => (decision === null ? <Empty title={t("why.unknown")} /> : <Panel detail={decision} />)}
    </QueryState>
  );
}

function Panel({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const format = useFormat();
  const id = useId();
  const { summary } = detail;
  return (
    <article className={verdictClass(summary.outcome)} aria-labelledby={id}>
      <div className="verdict">
        <div className="row">
          <Tag state={outcomeTag(summary.outcome)}>{t(`outcome.${summary.outcome}`)}</Tag>
          {summary.code === null ? null : <span className="mono ink2">{summary.code}</span>}
          <span className="push row small ink2">
            <span className="mono">{shortId(summary.id)}</span>
            <CopyButton text={summary.id} label={t("why.copyId")} />
          </span>
        </div>
        <h2 id={id}>{verdict()}</h2>
        <p className="ink2" style={{ fontSize: 13, lineHeight: "18px" }}>
          <span className="mono">{summary.applicationName ?? t("requests.noApplication")}</span>
          {summary.useCaseName === null || summary.useCaseId === null ? null : (
            <>
              , {t("why.useCase")} <Link to={`/use-cases/${summary.useCaseId}/show`}>{summary.useCaseName}</Link>
            </>
          )}
          {detail.labels.length === 0
            ? null
            : `. ${t("why.labels", { labels: detail.labels.map((label) => t(`label.${label}`, { _: label })).join(", ") })}`}
          {`. ${cost()}`}
        </p>
        {summary.decisionRef === null ? null : <DecisionTrace reference={summary.decisionRef} />}
        <WhyStages stages={detail.stages} outcome={summary.outcome} />
      </div>
      <WhyPools detail={detail} />
      <WhyLevels detail={detail} />
      <WhyEndpoint detail={detail} />
      <div className="two">
        <WhyRules detail={detail} />
        <WhyRemedies detail={detail} />
      </div>
      <footer>
        <span>{t("why.computed", { time: format.timeWithSeconds(summary.at) })}</span>
        <span>{t("layout.snapshot", { number: format.integer(detail.snapshotNumber) })}</span>
        <span>
          {t("layout.rules")} <span className="mono">{shortDigest(detail.bundleDigest)}</span>
        </span>
        {detail.simulated === true ? <span>{t("why.simulated")}</span> : null}
        <a className="link" href={`/log/inference/proof?decision=${encodeURIComponent(summary.id)}`} download>
          {t("why.proof")}
        </a>
      </footer>
    </article>
  );

  function verdict(): string {
    const duration = format.milliseconds(summary.totalMs);
    if (summary.code === null) {
      return t("why.servedIn", { duration, pool: summary.poolName ?? t("why.noPool") });
    }
    const reason = t(`code.${codeKey(summary.code)}`, { _: summary.code });
    return t(`why.after.${summary.outcome}`, { duration, reason: lowerFirst(reason) });
  }

  function cost(): string {
    if (summary.costEuro === null) return t("why.notCharged");
    const parts = [
      format.euro(summary.costEuro, 4),
      t("why.tokens", {
        input: format.orNone(summary.inputTokens, format.integer),
        output: format.orNone(summary.outputTokens, format.integer),
      }),
    ];
    if (detail.estimated === true) parts.push(t("why.estimated"));
    if (detail.kWh !== null) parts.push(format.unit(detail.kWh * 1000, "Wh", 3));
    return parts.join(", ");
  }
}

/** What is handed to whoever the administrative decision concerns. */
function DecisionTrace({ reference }: { readonly reference: string }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const query = new URLSearchParams({ reference, lang: locale });
  return (
    <p className="ink2">
      {t("why.decision")} <span className="mono">{reference}</span>,{" "}
      <a className="link" href={`/decision-traces/trace.html?${query.toString()}`}>
        {t("why.trace")}
      </a>
    </p>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const shortDigest = (digest: string): string => {
  const hex = digest.replace(/^sha256:/u, "");
  return hex.length > 12 ? `${hex.slice(0, 4)}…${hex.slice(-4)}` : hex;
};
