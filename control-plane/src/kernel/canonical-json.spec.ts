import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOf } from "./canonical-json.js";

it("names a value whatever the order of its keys, and another value otherwise", () => {
  expect(digestOf({ b: [1, { d: null, c: "é" }], a: 1 })).toBe(digestOf({ a: 1, b: [1, { c: "é", d: null }] }));
  expect(digestOf({ a: undefined })).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
});

it("is the same for what JSON gives back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value));
    }),
  );
});
