import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { generatedOperations } from "../../console/scripts/generate-operations.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const schema = buildSchema(read("../../control-plane/contracts/schema.graphql"));
const committed = read("../../console/src/generated/operations.ts");
const texts = [...committed.matchAll(/^ {2}text: (".*"),$/gmu)].map((match) => JSON.parse(match[1] ?? '""') as string);

describe("documents of the console", () => {
  it("are generated from the schema as it is committed", () => {
    expect(committed).toBe(generatedOperations());
  });
  it("hold every query and mutation that the pages use", () => {
    expect(texts.length).toBeGreaterThanOrEqual(20);
  });
  it.each(texts.map((text) => [/^(?:query|mutation) (\w+)/u.exec(text)?.[1] ?? text, text]))(
    "%s is valid against the schema",
    (_name, text) => {
      expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
    },
  );
});
