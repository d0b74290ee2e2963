import { describe, expect, it } from "vitest";
import { en } from "../i18n/en";
import { makeFormat, NONE } from "../i18n/format";
import { cellWords } from "./report-words";

const t = (key: string, options?: { readonly _?: string }): string => {
  const found = key
    .split(".")
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], en);
  return typeof found === "string" ? found : (options?._ ?? key);
};

describe("a cell of the report", () => {
  const format = makeFormat("en");
  it.each([
    ["incomplete", 2, "generalised", en.useCaseState.GENERALISED],
    ["governance", 0, "tenancy.sign-in", en.act.tenancy_sign_in],
    ["refusals", 0, "pool.saturated", en.code.pool_saturated],
    ["samples", 4, "served", en.outcome.served],
    ["matrix", 0, "secret_pro", en.label.secret_pro],
    ["logs", 0, "inference", en.audit.log.inference],
    ["samples", 1, "2026-12-01T18:38:39.591Z", format.dateTime("2026-12-01T18:38:39.591Z")],
    ["logs", 7, "w (2026-12-01T18:38:39.591Z)", `w (${format.dateTime("2026-12-01T18:38:39.591Z")})`],
    ["derogations", 4, "2026-10-18", "18 October 2026"],
    ["bundles", 0, "48482fe1", "48482fe1"],
    ["keys", 1, 1200, format.integer(1200)],
    ["keys", 1, null, NONE],
  ])("of %s at %i, %j, says %j", (table, place, cell, words) => {
    expect(cellWords(table, place, cell, t, format)).toBe(words);
  });
});
