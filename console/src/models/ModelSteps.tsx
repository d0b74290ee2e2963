import { useTranslate } from "react-admin";
import { Conditions } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { MODEL_LIFE, type ModelSheet } from "./model-states";

/** The life of a model as steps, and what the next ones ask of it as it stands. */
export function ModelSteps({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const asked = sheet.steps.filter(({ conditions }) => conditions.length > 0);
  const present = MODEL_LIFE.indexOf(sheet.state);
  return (
    <>
      <Section title={t("models.life")}>
        <ol className="steps upright" aria-label={t("models.life")}>
          {MODEL_LIFE.map((state, index) => (
            <li
              key={state}
              className={index < present ? "done" : index === present ? "now" : ""}
              aria-current={index === present ? "step" : undefined}
            >
              {t(`modelState.${state}`)}
              <small>{t(`models.lifeNote.${state}`)}</small>
            </li>
          ))}
        </ol>
        {sheet.state === "REFUSED" ? <p className="small ink2">{t("models.refusedNote")}</p> : null}
      </Section>
      {asked.map(({ to, conditions }) => (
        <Section
          key={to}
          title={t("models.asks", { state: t(`modelState.${to}`) })}
          aside={t("registry.transition.met", {
            met: conditions.filter(({ met }) => met).length,
            all: conditions.length,
          })}
        >
          <Conditions conditions={conditions} />
        </Section>
      ))}
    </>
  );
}
