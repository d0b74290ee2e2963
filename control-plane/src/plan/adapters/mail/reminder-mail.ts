import { type Label, planKind } from "@socle/contracts";
import { dayInWords } from "../../../kernel/in-words.js";
import type { Mail } from "../../../platform/mail/smtp-mailer.js";
import type { DatedRecord } from "../../domain/plan-reminder.js";

type Language = keyof Label;

const WHEN: Readonly<Record<Language, (days: number, on: string) => string>> = {
  fr: (days, on) =>
    days === 0
      ? `c’est aujourd’hui, le ${on}`
      : days === 1
        ? `c’est demain au plus tard, le ${on}`
        : `avant le ${on}, dans ${String(days)} jours au plus`,
  en: (days, on) =>
    days === 0
      ? `it is today, ${on}`
      : days === 1
        ? `it is tomorrow at the latest, ${on}`
        : `by ${on}, in ${String(days)} days at most`,
};
const PAGE: Label = { fr: "La page", en: "The page" };

/** What those who keep a record are told of its day, in both languages. @param days of the reminder that is due */
export function reminderMail(record: DatedRecord, days: number, publicUrl: URL, to: readonly string[]): Mail {
  const { label, states } = planKind(record.kind);
  const link = new URL(`/plan?open=${record.id}`, publicUrl).href;
  const told = (language: Language): string => {
    const state = states[record.state]?.label[language] ?? record.state;
    const when = WHEN[language](days, dayInWords(record.dueOn, language));
    return `${label[language]} – ${record.title} (${state})\n${when}.\n${PAGE[language]} : ${link}`;
  };
  return {
    to,
    subject: `Socle – ${record.title} – ${dayInWords(record.dueOn, "fr")}`,
    text: `${told("fr")}\n\n${told("en")}\n`,
  };
}
