import polyglotI18nProvider from "ra-i18n-polyglot";
import englishMessages from "ra-language-english";
import frenchMessages from "ra-language-french";
import type { TranslationMessages } from "react-admin";
import { en } from "./en";
import { fr } from "./fr";

const messages: Record<string, TranslationMessages> = {
  fr: { ...frenchMessages, ...fr },
  en: { ...englishMessages, ...en },
};

/** French by default: the browser's language does not decide for an administration's tool. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => messages[locale] ?? messages["fr"]!,
  "fr",
  [
    { locale: "fr", name: "Français" },
    { locale: "en", name: "English" },
  ],
  { allowMissing: true },
);
