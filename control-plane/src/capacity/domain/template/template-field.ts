/** The same sentence in both languages. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** What a field's cell may hold, with its bounds; both ends are allowed values. */
export type FieldRule =
  | { readonly kind: "text"; readonly maxLength: number }
  | { readonly kind: "integer" | "decimal"; readonly min: number; readonly max: number }
  | { readonly kind: "date"; readonly min: string; readonly max: string }
  /** One of the keys; cells may also hold the key's words in either language. */
  | { readonly kind: "choice"; readonly choices: Readonly<Record<string, Words>> }
  /** Several of these, separated by commas, semicolons or bars. */
  | { readonly kind: "labels"; readonly choices: readonly string[] }
  | { readonly kind: "gpu_type" };

/** What a cell's text becomes. */
export type FieldValue = string | number | readonly string[] | null;

/** One field of a template: its column in files, its place on forms, its bounds, its words. */
export interface TemplateField {
  readonly key: string;
  readonly header: Words;
  /** What to write there; shown beside the field and in its refusals. */
  readonly help: Words;
  readonly unit: string | null;
  readonly rule: FieldRule;
  readonly required: boolean;
  /** Taken when the cell is empty. */
  readonly fallback: FieldValue;
}

/** Fields by key, in the order of their columns. */
export interface Template {
  readonly target: "declaration" | "need";
  readonly version: number;
  readonly fields: readonly TemplateField[];
}

/** A field without its key, which is that of the table it stands in. */
export type FieldDraft = Omit<TemplateField, "key">;

const words = (text: string): Words => {
  const [fr = text, en = fr] = text.split(" | ");
  return { fr, en };
};

/**
 * A field in one line: `field("Site | Site", "Ville et bâtiment | Town and building", rule, …)`, French first.
 * Required unless `optional` or `fallback` is given.
 */
export const field = (
  header: string,
  help: string,
  rule: FieldRule,
  more: { readonly unit?: string; readonly optional?: true; readonly fallback?: FieldValue } = {},
): FieldDraft => ({
  header: words(header),
  help: words(help),
  unit: more.unit ?? null,
  rule,
  required: more.optional !== true && more.fallback === undefined,
  fallback: more.fallback ?? null,
});

/** A choice among keys, given as `{ key: "français | English" }`. */
export const choice = <Key extends string>(choices: Readonly<Record<Key, string>>): FieldRule => ({
  kind: "choice",
  choices: Object.fromEntries(Object.entries<string>(choices).map(([key, text]) => [key, words(text)])),
});

/** Each draft with its key, in the order of the table. */
export const withKeys = (drafts: Readonly<Record<string, FieldDraft>>): readonly TemplateField[] =>
  Object.entries(drafts).map(([key, draft]) => ({ key, ...draft }));
