import polyglotI18nProvider from "ra-i18n-polyglot";
import englishMessages from "ra-language-english";
import frenchMessages from "ra-language-french";
import type { TranslationMessages } from "react-admin";
import { localeOf } from "./browser-locale";
import { en } from "./en";
import { fr } from "./fr";

const messages: Record<string, TranslationMessages> = {
  fr: { ...frenchMessages, ...fr },
  en: { ...englishMessages, ...en },
};

/** The browser's first language that there is; react-admin keeps what somebody chose instead. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => messages[locale] ?? messages["fr"]!,
  localeOf(navigator.languages),
  [
    { locale: "fr", name: "Français" },
    { locale: "en", name: "English" },
  ],
  { allowMissing: true },
);
