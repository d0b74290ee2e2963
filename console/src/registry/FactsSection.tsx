import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import type { Sheet } from "./sheet";

/** What the use case was declared to be, which is what its requests are judged by. */
export function FactsSection({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const models = [...new Set(sheet.applications.flatMap((application) => application.models ?? []))];
  return (
    <Section title={t("registry.facts")}>
      <dl className="pairs left">
        <dt>{t("registry.labels")}</dt>
        <dd>{sheet.labels.map((label) => t(`label.${label}`, { _: label })).join(", ")}</dd>
        <dt>{t("registry.models")}</dt>
        <dd>{models.length === 0 ? t("registry.allModels") : models.join(", ")}</dd>
        <dt>{t("registry.class")}</dt>
        <dd>{t(`serviceClass.${sheet.serviceClass}`)}</dd>
        <dt>{t("registry.maxOutput")}</dt>
        <dd>{format.unit(sheet.maxOutputTokens, "tokens")}</dd>
        <dt>{t("registry.decisionRole")}</dt>
        <dd>{t(`decisionRole.${sheet.decisionRole}`)}</dd>
        <dt>{t("registry.oversight")}</dt>
        <dd>{sheet.oversight}</dd>
        <dt>{t("registry.owner")}</dt>
        <dd>{sheet.ownerEmail}</dd>
        <dt>{t("registry.declaredAt")}</dt>
        <dd>
          {format.date(sheet.declaredAt)}, {t("registry.version", { version: sheet.version })}
        </dd>
      </dl>
    </Section>
  );
}
