import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { codeKey } from "../providers/refusal";
import type { Detail } from "./decision-detail";

/** The endpoint that was chosen among the eligible ones, and by which profile; nothing when none was. */
export function WhyEndpoint({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const format = useFormat();
  const { endpoint } = detail;
  if (endpoint === null) return null;
  return (
    <section>
      <h3>
        {t("why.endpointTitle")}{" "}
        <span>
          – {t("why.profile", { profile: t(`why.profileOf.${codeKey(endpoint.profile)}`, { _: endpoint.profile }) })}
        </span>
      </h3>
      <p style={{ fontSize: 13, lineHeight: "18px", overflowWrap: "anywhere" }}>
        <span className="mono">{endpoint.url}</span>, {t("why.attempts", { smart_count: endpoint.attempts })}
        {endpoint.scores.length > 1
          ? `. ${t("why.scores")} ${endpoint.scores.map((score) => `${score.url} ${format.decimal(score.score, 3)}`).join(", ")}`
          : ""}
      </p>
    </section>
  );
}
