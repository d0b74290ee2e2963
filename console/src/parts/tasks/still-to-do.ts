import type { Format } from "../../i18n/format";
import { codeKey } from "../../providers/refusal";

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Codes of what is missing, and the day of the last reminder, in words: `declaration.none need.none 2026-11-23`. */
export const stillToDo = (detail: string, t: Translate, format: Pick<Format, "date">): string =>
  detail
    .split(" ")
    .filter(Boolean)
    .map((part) =>
      /^\d{4}-\d{2}-\d{2}$/u.test(part)
        ? t("stillToDo.reminded", { date: format.date(`${part}T12:00:00Z`) })
        : t(`stillToDo.${codeKey(part)}`, { _: part }),
    )
    .join(", ");
