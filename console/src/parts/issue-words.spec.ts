import { beforeAll, describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18n-provider";
import { issueWords, namedIssue } from "./issue-words";

describe("what the server says of a field", () => {
  beforeAll(() => i18nProvider.changeLocale("fr"));
  const t = (key: string, options?: object) => i18nProvider.translate(key, options);

  it("is said in the reader's language where its shape is wrong, with the server's bound", () => {
    const short = { path: "name", message: "Too small: expected string to have >=3 characters" };
    expect(issueWords(t, short)).toMatch(/^Écrivez au moins\s3 caractères$/u);
    expect(namedIssue(t, short)).toMatch(/^Nom\s:\sÉcrivez au moins\s3 caractères$/u);
    expect(issueWords(t, { path: "weight", message: "Too big: expected number to be <=12.5" })).toMatch(
      /^Au plus\s12\.5$/u,
    );
    expect(issueWords(t, { path: "kind", message: 'Invalid option: expected one of "A"|"B"' })).toBe(
      "Choisissez dans la liste",
    );
  });

  it("is the sentence that the dictionary has for it, otherwise the server's own", () => {
    expect(issueWords(t, { path: "rule", message: "Nobody can derogate from R1." })).toMatch(/personne ne peut/u);
    expect(issueWords(t, { path: "nominal", message: "more than there is" })).toBe("more than there is");
    expect(namedIssue(t, { path: "nominal", message: "more than there is" })).toMatch(
      /^Droit\s:\smore than there is$/u,
    );
    expect(namedIssue(t, { path: "unheardOf", message: "is odd" })).toMatch(/^unheardOf\s:\sis odd$/u);
  });
});
