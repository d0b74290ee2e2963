import type { useTranslate } from "react-admin";
import type { Format } from "../../i18n/format";
import { chosenIn, figureOf, linesOf, rowsOf } from "../../parts/form/field-spec";
import type { AmendSpec } from "./dossier-fields";

type Translate = ReturnType<typeof useTranslate>;

/** A value as it is read, from what the form holds; null when nothing is said. */
export function wordsOf(
  t: Translate,
  format: Format,
  { name, shape, options, spec }: AmendSpec,
  typed: string,
): string | null {
  if (typed.trim() === "" || (shape === "rows" && rowsOf(typed).length === 0)) return null;
  const words = (value: string): string =>
    options === undefined ? value : t(`${options.words}.${value}`, { _: value });
  switch (shape) {
    case "figure":
      return figureWords(format, typed);
    case "flag":
    case "choice":
      return words(typed);
    case "many":
      return chosenIn(typed).map(words).join(", ");
    case "lines":
      return linesOf(typed).join(", ");
    case "rows":
      return rowsOf(typed)
        .map((row) =>
          name === "benefits"
            ? t("dossier.benefit", {
                name: row["benefitName"] ?? "",
                kind: t(`benefitKind.${row["benefitKind"] ?? ""}`),
                value: figureWords(format, row["benefitValue"] ?? ""),
                unit: row["benefitUnit"] ?? "",
              })
            : `${row["linkTitle"] ?? ""} (${row["linkUrl"] ?? ""})`,
        )
        .join(" · ");
    case "text":
      return spec.kind === "day" ? format.date(`${typed}T12:00:00Z`) : typed;
  }
}

/** A figure as people read it; as it was typed when it is none. */
function figureWords(format: Format, typed: string): string {
  const figure = figureOf(typed);
  return Number.isNaN(figure) ? typed : format.decimal(figure);
}
