import { useLocaleState, useTranslate } from "react-admin";
import { Tag } from "../parts/Tag";
import type { Detail } from "./decision-detail";

type Reason = Detail["pools"][number]["reasons"][number];

/** 3. The rules that fired, once each, with their text. */
export function WhyRules({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const rules = new Map<string, Reason>();
  for (const reason of detail.pools.flatMap((pool) => pool.reasons)) rules.set(reason.rule, reason);
  return (
    <section>
      <h3>{t("why.rulesTitle")}</h3>
      {rules.size === 0 ? <p className="small ink2">{t("why.noRules")}</p> : null}
      {[...rules.values()].map((reason) => (
        <div key={reason.rule} className="law">
          <p>
            <span className="strong">{reason.rule}</span> v{reason.version}. {locale === "fr" ? reason.fr : reason.en}{" "}
            {reason.silenced === null ? null : <Tag state="plain">{t(`why.silenced.${reason.silenced}`)}</Tag>}
          </p>
          <p className="reference">
            {reason.legal.map((text) => (
              <span key={text.text}>
                {text.url === null ? (
                  text.text
                ) : (
                  <a href={text.url} rel="noreferrer" target="_blank">
                    {text.text}
                    <span className="sr-only"> ({t("layout.newWindow")})</span>
                  </a>
                )}
                {". "}
              </span>
            ))}
            {t(reason.derogable ? "why.derogable" : "why.notDerogable")}
          </p>
        </div>
      ))}
    </section>
  );
}
