import { INFERENCE_ERRORS } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { fr } from "./fr";

type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, prefix = ""): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
const entriesOf = (tree: Tree, prefix = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as const] : entriesOf(value, `${prefix}${key}.`),
  );
const textsOf = (tree: Tree): ReadonlyMap<string, string> => new Map(entriesOf(tree));
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/%\{\w+\}/gu) ?? [])].sort();

describe("dictionaries", () => {
  it("have the same keys", () => {
    expect([...keysOf(fr)].sort()).toEqual([...keysOf(en)].sort());
  });
  it("use the same placeholders", () => {
    const english = textsOf(en);
    for (const [key, text] of textsOf(fr)) {
      expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
    }
  });
  it("explain every code of the inference API", () => {
    const named = (tree: Tree): readonly string[] => Object.keys(tree["code"] as Tree);
    for (const code of Object.keys(INFERENCE_ERRORS)) expect(named(fr)).toContain(code.replaceAll(".", "_"));
  });
  it("put no ordinary space before a French double punctuation mark", () => {
    for (const [key, text] of textsOf(fr)) expect([key, / [:;!?»]|« /u.test(text)]).toEqual([key, false]);
  });
});
