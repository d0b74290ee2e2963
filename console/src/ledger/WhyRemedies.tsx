import { useLocaleState, useTranslate } from "react-admin";
import type { Detail } from "./decision-detail";

/** 4. What would make it pass, and who can do it. */
export function WhyRemedies({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  return (
    <section>
      <h3>{t("why.remediesTitle")}</h3>
      {detail.remedies.length === 0 ? (
        <p className="small ink2">{t(detail.summary.outcome === "served" ? "why.nothingToUnblock" : "why.noRemedy")}</p>
      ) : (
        <ul className="options">
          {detail.remedies.map((remedy) => (
            <li key={remedy.code}>
              <span className="strong">{locale === "fr" ? remedy.fr : remedy.en}</span>
              <span className="sub">{t("why.who", { actor: t(`actor.${remedy.actor}`, { _: remedy.actor }) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
