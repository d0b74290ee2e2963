import { expect, it } from "vitest";
import { jsonSample } from "./json-sample.js";

const person = { type: "object", properties: { name: { type: "string" }, age: { type: "integer", minimum: 18 } } };

it.each([
  ["all properties when none is required", person, { name: "simulé", age: 18 }],
  ["only the required ones otherwise", { ...person, required: ["age"] }, { age: 18 }],
  ["enum, const, default", { enum: ["b", "a"] }, "b"],
  ["a list of its least length", { type: "array", items: { type: "boolean" }, minItems: 2 }, [true, true]],
  ["a local reference", { $ref: "#/$defs/p", $defs: { p: person } }, { name: "simulé", age: 18 }],
  ["the first alternative", { anyOf: [{ type: "null" }, { type: "string" }] }, null],
  ["a string within its lengths", { type: "string", minLength: 8 }, "simulé.."],
  ["nothing said: text", {}, "simulé"],
])("%s", (_name, schema, value) => {
  expect(jsonSample(schema)).toEqual(value);
});

it("a schema that refers to itself ends", () => {
  const node = { type: "object", properties: { next: { $ref: "#" } }, required: ["next"] };
  expect(JSON.stringify(jsonSample(node))).toContain("null");
});
