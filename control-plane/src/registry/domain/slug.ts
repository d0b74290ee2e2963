import { fold } from "../../kernel/fold.js";

/** Human identifier of a name: words of letters and digits joined by hyphens, 60 characters at most. */
export const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
