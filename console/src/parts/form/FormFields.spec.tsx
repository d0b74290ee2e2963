import { I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fr } from "../../i18n/fr";
import type { RefusalAnswer } from "../../providers/refusal";
import type { FieldSpec } from "./field-spec";
import { problemWords } from "./FieldInput";
import { besideEachOther, besideFields, fieldErrors, FormFields } from "./FormFields";
import { allProblems, type Form } from "./use-form";

const SPECS: readonly FieldSpec<"nominal" | "guarantee" | "reason">[] = [
  { name: "nominal", kind: "number", min: 0, half: true },
  { name: "guarantee", kind: "number", min: 0, half: true },
  { name: "reason", kind: "text", min: 10, words: "form" },
];
type Name = (typeof SPECS)[number]["name"];
const WORDS = "allocation.grant";

/** A key of the dictionary itself, so that what is said shows where it comes from. */
const t = (key: string, options: { readonly _?: string } = {}): string => {
  const found = key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], fr);
  return typeof found === "string" ? found : (options._ ?? key);
};
const typed = (values: Partial<Record<Name, string>>, attempt = 1): Form<Name> => {
  const whole = { nominal: "16", guarantee: "8", reason: "Décision du 24 novembre.", ...values };
  return {
    ...{ specs: SPECS, values: whole, attempt, dirty: true },
    problems: attempt === 0 ? new Map() : allProblems(SPECS, whole, undefined),
    ...{ put: () => undefined, putAll: () => undefined, clear: () => undefined, submit: () => Promise.resolve() },
  };
};
const refusal: RefusalAnswer = {
  ...{ __typename: "InvalidInput", code: "input.invalid", message: "invalid" },
  issues: [
    { path: "guarantee", message: "more than the right" },
    { path: "input.reason", message: "too short" },
    { path: "poolId", message: "unknown" },
  ],
};
const shown = (form: Form<Name>, errors: ReadonlyMap<Name, string>) =>
  renderToStaticMarkup(
    <I18nContext
      value={{
        translate: (key, options) => t(key, options as object),
        changeLocale: () => Promise.resolve(),
        getLocale: () => "fr",
      }}
    >
      <FormFields form={form} words={WORDS} errors={errors} />
    </I18nContext>,
  );

describe("the fields of a form", () => {
  it("say nothing before somebody tried, then what to type instead, each at its place", () => {
    const untried = typed({ nominal: "seize" }, 0);
    expect([...fieldErrors(t, untried, WORDS, null)]).toEqual([]);
    const tried = typed({ nominal: "seize", reason: "court" });
    const errors = fieldErrors(t, tried, WORDS, null);
    expect([...errors.keys()]).toEqual(["nominal", "reason"]);
    const page = shown(tried, errors);
    expect(page).toContain(fr.allocation.grant.error.nominal);
    expect(page).toMatch(/id="allocation-grant-nominal"[^>]*aria-invalid="true"/u);
    expect(page).not.toMatch(/id="allocation-grant-guarantee"[^>]*aria-invalid/u);
  });

  it("say what the server refused at the field that it refused, and leave the rest to the note", () => {
    const form = typed({});
    const errors = fieldErrors(t, form, WORDS, refusal);
    expect([...errors]).toEqual([
      ["guarantee", fr.issue.guarantee],
      ["reason", "too short"],
    ]);
    expect(besideFields(SPECS, refusal)?.issues).toEqual([{ path: "poolId", message: "unknown" }]);
    expect(besideFields(SPECS, null)).toBeNull();
  });

  it("keep the form's own sentence for the form's own checks: the server may have refused for another reason", () => {
    const issues = [{ path: "nominal", message: "more than the pool holds" }];
    expect([...fieldErrors(t, typed({}), WORDS, { ...refusal, issues })]).toEqual([
      ["nominal", "more than the pool holds"],
    ]);
    expect([...fieldErrors(t, typed({ nominal: "seize" }), WORDS, { ...refusal, issues })]).toEqual([
      ["nominal", fr.allocation.grant.error.nominal],
    ]);
  });

  it("say what is wrong together of no field that is wrong alone", () => {
    const impact: FieldSpec = { name: "impact", kind: "choice" };
    expect(problemWords(t, impact, "selection", "together")).toBe(fr.selection.together.impact);
    expect(problemWords(t, impact, "selection", "missing")).toBe(fr.form.problem.choose);
  });

  it("tell a field from what holds it, and leave to the note what no field shows", () => {
    const specs: readonly FieldSpec<"progress" | "evidence" | "milestones" | "title">[] = [
      { name: "progress", kind: "choice" },
      { name: "evidence", kind: "text" },
      { name: "milestones", kind: "rows" },
      { name: "title", kind: "line" },
    ];
    const issues = ["progress.evidence", "progress.progress", "action.milestones.0.title", "input.title"].map(
      (path) => ({
        path,
        message: path,
      }),
    );
    const form = {
      ...typed({}),
      specs,
      problems: new Map(),
      values: { progress: "", evidence: "", milestones: "", title: "" },
    };
    const errors = fieldErrors(t, form, "none", { ...refusal, issues });
    expect(new Set(errors.keys())).toEqual(new Set(["evidence", "progress", "milestones", "title"]));
    expect(errors.get("evidence")).toBe("progress.evidence");
    expect(besideFields(specs, { ...refusal, issues })?.issues?.map(({ path }) => path)).toEqual([
      "action.milestones.0.title",
    ]);
  });

  it("stand two by two where they are narrow, and begin anew under a heading", () => {
    const narrow = (name: string, part?: string): FieldSpec => ({
      ...{ name, kind: "line", half: true },
      ...(part === undefined ? {} : { part }),
    });
    const groups = besideEachOther([
      narrow("a"),
      narrow("b"),
      { name: "c", kind: "text" },
      narrow("d"),
      narrow("e", "p"),
    ]);
    expect(groups.map((group) => group.map(({ name }) => name))).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
  });
});

describe("what is wrong beside the other fields", () => {
  it("is said only of fields that are right alone, in the order of the form", () => {
    const values = { nominal: "4", guarantee: "8", reason: "court" };
    expect([...allProblems(SPECS, values, () => ["reason", "guarantee"])]).toEqual([
      ["guarantee", "together"],
      ["reason", "short"],
    ]);
  });
});
