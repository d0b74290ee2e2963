import { useTranslate } from "react-admin";
import { CopyButton } from "../../parts/CopyButton";
import { Section } from "../../parts/Section";
import type { ComplianceSheet } from "../desk-state";

/** The text that stands in individual decisions, in French as the law is, and what it lacks. */
export function MentionSection({ sheet }: { readonly sheet: ComplianceSheet }) {
  const t = useTranslate();
  const mention = sheet.explicitMention;
  if (mention === null) return null;
  return (
    <Section title={t("mention.title")} aside={<CopyButton text={mention.text} label={t("mention.copy")} />}>
      {mention.missing.length === 0 ? null : (
        <p className="note warning">
          <span>
            {t("mention.missing")} {mention.missing.map((field) => t(`mention.field.${field}`)).join(", ")}.
          </span>
        </p>
      )}
      <p lang="fr" style={{ whiteSpace: "pre-line" }}>
        {mention.text}
      </p>
      <h3 className="small">{t("mention.onRequest")}</h3>
      <ul lang="fr">
        {mention.onRequest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
