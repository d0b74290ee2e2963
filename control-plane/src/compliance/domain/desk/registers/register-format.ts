import type { EntryField, RegisterEntry } from "./register-entry.js";

/**
 * How a field is written in a column. `code` looks the value up in a table of the register, `codes` as a list of one;
 * `list` and `addresses` are one text; `links` are titles with their addresses, `titles` have none; `url` is left out when
 * it is none.
 */
export type Rendering = "text" | "list" | "addresses" | "month" | "code" | "url" | "codes" | "links" | "titles";

/** An item of a column that holds several. */
export type RegisterItem = string | { readonly title: string; readonly link?: string };
/** What stands in a column: a text, or several items. Nothing is the empty one. */
export type RegisterValue = string | readonly RegisterItem[];

/**
 * What is said of a use case beside the file: it is first to be screened, it is entered elsewhere than in the public
 * section, or its own entry is not known yet.
 */
export const REGISTER_NOTES = ["to_be_screened", "secure_section", "national_register", "not_registered"] as const;
export type RegisterNote = (typeof REGISTER_NOTES)[number];

/** One column of a register: its name there, where it comes from, how it is written. */
export interface RegisterColumn {
  readonly name: string;
  /** `null` for a fixed text or one that the register itself gives. */
  readonly from: EntryField | null;
  readonly fixed?: string;
  /** What the register asks for where nothing is declared. */
  readonly otherwise?: string;
  readonly as?: Rendering;
  /** Table of the register, for `code` and `codes`. */
  readonly codes?: string;
  readonly required?: boolean | ((entry: RegisterEntry) => boolean);
  /** Longest text that the register takes, or title of an item. */
  readonly most?: number;
}

/** A public register as data: another version of its standard is another value of this type. */
export interface RegisterFormat {
  readonly id: string;
  readonly title: string;
  /** Name and version of the standard. */
  readonly standard: string;
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly columns: readonly RegisterColumn[];
  /** Which use cases belong in it. */
  readonly holds: (entry: RegisterEntry) => boolean;
  /** What is to be said of a use case that concerns it, in the register or not. */
  readonly noteOf?: (entry: RegisterEntry) => RegisterNote | null;
}

const LISTED_AFTER: readonly string[] = ["experiment", "evaluated", "deployed", "generalised", "suspended", "retired"];
/** In public hands, or once was. */
export const isOut = ({ state }: RegisterEntry): boolean => LISTED_AFTER.includes(state);
