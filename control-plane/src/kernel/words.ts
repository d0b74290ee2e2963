import { fold } from "./fold.js";

/** More words than that narrow nothing any more. */
const MOST_WORDS = 12;

/** The words of a search as they are compared: folded, of letters and digits. */
export const wordsOf = (search: string): readonly string[] =>
  fold(search)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
