import { fold } from "../../../control-plane/src/kernel/fold.js";
import type { Context } from "../../../control-plane/src/kernel/use-case.js";
import { wordsOf } from "../../../control-plane/src/kernel/words.js";
import { MemoryRecords } from "./memory-records.js";

interface Filter {
  /** Whatever belongs to it or stands below; `null` for all. */
  readonly organisationId: string | null;
  /** Empty for all. */
  readonly states: readonly string[];
  readonly search: string;
}

/**
 * Records of organisations, as lists filter them.
 * @param unique fields that no two records share
 * @param words fields that a search reads
 * @param pathOf ids from an organisation up to the root, where it is known
 */
export class MemorySearchedRecords<
  Kind extends { readonly id: string; readonly version: number; readonly organisationId: string },
> extends MemoryRecords<Kind> {
  constructor(
    private readonly unique: readonly (keyof Kind)[],
    private readonly words: readonly (keyof Kind)[],
    private readonly pathOf: (organisationId: string) => readonly string[] | undefined,
  ) {
    super();
  }

  insert(_ctx: Context, record: Kind): Promise<boolean> {
    const { unique } = this;
    return this.putUnless((other) => unique.length > 0 && unique.every((key) => other[key] === record[key]), record);
  }

  protected matches(row: Kind, { organisationId, states, search }: Filter): boolean {
    const path = this.pathOf(row.organisationId) ?? [row.organisationId];
    return (
      (organisationId === null || path.includes(organisationId)) &&
      (states.length === 0 || states.includes((row as { readonly state?: string }).state ?? "")) &&
      this.says(row, search)
    );
  }

  private says(row: Kind, search: string): boolean {
    if (search.trim() === "") return true;
    const text = fold(this.words.map((field) => textOf(row[field])).join(" "));
    const words = wordsOf(search);
    return words.length > 0 && words.every((word) => text.includes(word));
  }
}

/** What a field says; of an object, what its members say. */
function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(Object.values(value));
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
