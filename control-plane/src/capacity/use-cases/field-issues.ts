import type { FieldIssue } from "../domain/template/cell-issue.js";

/** Issues of a record as those of an input: the path names the field, the message is in both languages. */
export const issuesOf = (issues: readonly FieldIssue[], path: string): { path: string; message: string }[] =>
  issues.map(({ field, message }) => ({
    path: [path, field].filter((part) => part !== null && part !== "").join("."),
    message: `${message.fr} / ${message.en}`,
  }));
