import { readFileSync } from "node:fs";

/** A file of `test/data/cases`, as its spec describes it. */
export const readCases = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../data/cases/${name}.json`, import.meta.url), "utf8")) as T;
