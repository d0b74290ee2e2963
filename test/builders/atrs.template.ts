import { readFileSync } from "node:fs";

interface TemplateField {
  /** Of the table of 3.0; of a field that is new, none. */
  readonly number: string | null;
  readonly attribute: string;
  readonly section: string;
  readonly required: boolean;
}
interface Changes {
  readonly removed: readonly string[];
  readonly merged: readonly { readonly into: string; readonly from: readonly string[] }[];
  readonly renamed: Readonly<Record<string, string>>;
  readonly added: readonly { readonly title: string; readonly after: string }[];
}

const at = (name: string): string => readFileSync(new URL(`../data/atrs/${name}`, import.meta.url), "utf8");
/** An attribute is its title in lower case, with underscores. */
const attributeOf = (title: string): string => title.toLowerCase().replaceAll(/[\s-]+/gu, "_");

/** The published table of version 3.0, row by row. */
export const TEMPLATE_3_0: readonly (TemplateField & { readonly title: string })[] = at("template_table_v3.0.md")
  .split("\n")
  .map((row) => row.split(/(?<!\\)\|/u).map((cell) => cell.replaceAll("<br>", " ").trim()))
  .filter(([, number = ""]) => /^\d/u.test(number))
  .map(([, number = "", attribute = "", title = "", , section = "", , , required]) => ({
    ...{ number, attribute, title, section },
    required: required === "TRUE",
  }));

/** Fields of version 4.0: the table with what its change log says. */
export const TEMPLATE_4_0: readonly TemplateField[] = changed(JSON.parse(at("changes-4.0.json")) as Changes);

function changed({ removed, merged, renamed, added }: Changes): readonly TemplateField[] {
  return TEMPLATE_3_0.flatMap(({ number, attribute, section, required }): TemplateField[] => {
    const merge = merged.find(({ from }) => from.includes(number ?? ""));
    if (removed.includes(number ?? "") || (merge !== undefined && merge.from[0] !== number)) return [];
    const title = merge?.into ?? renamed[number ?? ""];
    const field = {
      ...{ number, section },
      attribute: title === undefined ? attribute : attributeOf(title),
      // What is merged is asked for when a part of it was.
      required: required || TEMPLATE_3_0.some((each) => each.required && merge?.from.includes(each.number ?? "")),
    };
    const young = added.filter(({ after }) => after === number);
    return [field, ...young.map((each) => ({ ...field, number: null, attribute: attributeOf(each.title) }))];
  });
}

interface PublishedFacet {
  readonly key: string;
  readonly allowed_values?: readonly { readonly label: string }[];
}
const FACETS = (JSON.parse(at("algorithmic_transparency_records.json")) as { facets: readonly PublishedFacet[] })
  .facets;
/** Phases that GOV.UK publishes records under. */
export const PUBLISHED_PHASES: readonly string[] =
  FACETS.find(({ key }) => key === "algorithmic_transparency_record_phase")?.allowed_values?.map(
    ({ label }) => label,
  ) ?? [];
