import { useMemo } from "react";
import { useLocaleState } from "react-admin";
import { type Format, type Locale, makeFormat } from "./format";

export const asLocale = (value: string): Locale => (value === "en" ? "en" : "fr");

/** The formatter of the language in use. */
export function useFormat(): Format {
  const [locale] = useLocaleState();
  return useMemo(() => makeFormat(asLocale(locale)), [locale]);
}
