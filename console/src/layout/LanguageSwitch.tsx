import { useLocaleState, useTranslate } from "react-admin";

const LANGUAGES = [
  { id: "fr", short: "FR", name: "FR, français" },
  { id: "en", short: "EN", name: "EN, English" },
] as const;

export function LanguageSwitch() {
  const t = useTranslate();
  const [locale, setLocale] = useLocaleState();
  return (
    <div className="languages" role="group" aria-label={t("layout.language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language.id}
          type="button"
          lang={language.id}
          aria-label={language.name}
          aria-pressed={language.id === locale}
          onClick={() => setLocale(language.id)}
        >
          {language.short}
        </button>
      ))}
    </div>
  );
}
