import { fold } from "../../../kernel/fold.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import { gpuTypeOf, nearestGpuTypes } from "../declaration/gpu-types.js";
import { missing, outOfBounds, unknownGpuType, unreadable, type FieldIssue } from "./cell-issue.js";
import type { FieldValue, TemplateField } from "./template-field.js";

type Read = Result<FieldValue, FieldIssue>;

/** A field's value from the text of its cell; an empty cell takes the field's fallback. */
export function readCell(field: TemplateField, cell: string): Read {
  const text = cell.trim();
  if (text === "") return field.required ? refuse(missing(field)) : ok(field.fallback);
  const { rule } = field;
  switch (rule.kind) {
    case "text":
      return text.length <= rule.maxLength ? ok(text) : refuse(outOfBounds(field));
    case "integer":
    case "decimal":
      return readNumber(field, text, rule);
    case "date":
      return readDate(field, text, rule);
    case "choice":
      return readChoice(field, text, rule.choices);
    case "labels":
      return readLabels(field, text, rule.choices);
    case "gpu_type": {
      const type = gpuTypeOf(text);
      return type === null ? refuse(unknownGpuType(field, nearestGpuTypes(text))) : ok(type);
    }
  }
}

/** Spaces of every kind group digits in French; a percent or euro sign says what the column says already. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3})?$/i;

function readNumber(
  field: TemplateField,
  text: string,
  rule: { readonly kind: string; readonly min: number; readonly max: number },
): Read {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace(/[%€]$/, "");
  if (!NUMBER.test(bare)) return refuse(unreadable(field));
  const value = Number(bare.replace(",", "."));
  if (rule.kind === "integer" && !Number.isInteger(value)) return refuse(unreadable(field));
  return value >= rule.min && value <= rule.max ? ok(value) : refuse(outOfBounds(field));
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/;
const FRENCH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function readDate(field: TemplateField, text: string, rule: { readonly min: string; readonly max: string }): Read {
  const iso = ISO.exec(text);
  const french = FRENCH.exec(text);
  const [year, month, day] = (iso ? iso.slice(1) : (french?.slice(1).reverse() ?? [])).map(Number);
  if (year === undefined || month === undefined || day === undefined) return refuse(unreadable(field));
  const date = new Date(Date.UTC(year, month - 1, day));
  // 30 February rolls over into March: what comes back is another day than what was written.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refuse(unreadable(field));
  const civil = date.toISOString().slice(0, 10);
  return civil >= rule.min && civil <= rule.max ? ok(civil) : refuse(outOfBounds(field));
}

function readChoice(
  field: TemplateField,
  text: string,
  choices: Readonly<Record<string, { readonly fr: string; readonly en: string }>>,
): Read {
  const wanted = fold(text);
  const found = Object.entries(choices).find(([key, words]) =>
    [key, words.fr, words.en].some((each) => fold(each) === wanted),
  );
  return found === undefined ? refuse(unreadable(field)) : ok(found[0]);
}

function readLabels(field: TemplateField, text: string, choices: readonly string[]): Read {
  const named = text
    .split(/[,;|]/)
    .map((part) => fold(part.trim()))
    .filter((part) => part !== "");
  if (named.length === 0 || named.some((label) => !choices.includes(label))) return refuse(unreadable(field));
  return ok([...new Set(named)]);
}
