import { fold } from "../../../control-plane/src/kernel/fold.js";
import type { Context } from "../../../control-plane/src/kernel/use-case.js";
import { wordsOf } from "../../../control-plane/src/kernel/words.js";

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Records with their versions. @param unique fields that no two records share @param words fields that a search reads */
export class MemoryRecords<Kind extends Versioned> {
  protected readonly rows = new Map<string, Kind>();

  constructor(
    private readonly unique: readonly (keyof Kind)[],
    private readonly words: readonly (keyof Kind)[],
  ) {}

  find(_ctx: Context, id: string): Promise<Kind | null> {
    return Promise.resolve(this.rows.get(id) ?? null);
  }

  insert(_ctx: Context, record: Kind): Promise<boolean> {
    const taken = [...this.rows.values()].some(
      (other) => this.unique.length > 0 && this.unique.every((field) => other[field] === record[field]),
    );
    if (!taken) this.rows.set(record.id, record);
    return Promise.resolve(!taken);
  }

  update(_ctx: Context, record: Kind): Promise<boolean> {
    const stands = this.rows.get(record.id)?.version === record.version - 1;
    if (stands) this.rows.set(record.id, record);
    return Promise.resolve(stands);
  }

  protected says(row: Kind, search: string): boolean {
    if (search.trim() === "") return true;
    const text = fold(this.words.map((field) => String(row[field] ?? "")).join(" "));
    const words = wordsOf(search);
    return words.length > 0 && words.every((word) => text.includes(word));
  }
}
