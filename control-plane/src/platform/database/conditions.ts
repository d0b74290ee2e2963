import { wordsOf } from "../../kernel/words.js";
import { uuidOrNull } from "./uuid.js";

/** Conditions of a list, and the values of their places. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  place(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Adds the condition that `sql` makes of the value's place; nothing when the value asks for nothing. */
  when(value: unknown, sql: (place: string) => string): this {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) this.all.push(sql(this.place(value)));
    return this;
  }

  /** Texts that hold every word. A search without a single letter or digit finds nothing. */
  searched(text: string, search: string): this {
    if (search.trim() === "") return this;
    const patterns = wordsOf(search).map((word) => `%${word}%`);
    return this.and(patterns.length === 0 ? "false" : `${text} LIKE ALL (${this.place(patterns)}::text[])`);
  }

  and(sql: string): this {
    this.all.push(sql);
    return this;
  }

  get where(): string {
    return this.all.length === 0 ? "" : `WHERE ${this.all.join(" AND ")}`;
  }
}

/** An id that is no UUID finds nothing, as one that no row has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
export const soughtId = (id: string | null): string | null => (id === null ? null : (uuidOrNull(id) ?? NOBODY));
