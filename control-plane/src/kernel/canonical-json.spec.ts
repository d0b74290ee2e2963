import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOf } from "./canonical-json.js";

it("names a value whatever the order of its keys, and another value otherwise", () => {
  expect(digestOf({ b: [1, { d: null, c: "é" }], a: 1 })).toBe(digestOf({ a: 1, b: [1, { c: "é", d: null }] }));
  expect(digestOf({ a: undefined })).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
});

/** Names that stored records carry: the same texts have to name them for ever. */
it.each([
  [{ b: [1, { d: null, c: "é" }], a: 1 }, "cdb0e1cbc5945937358636648d7246827d1f83916b637d72ed7125728de1e3bf"],
  [
    { é: 1, z: 2, Z: 3, "10": 4, "9": 5, "😀": 6, "\uffff": 7 },
    "4cda6ba18e88df335d025c0d073e56e96ed6d4b318dda131f408eb5692676317",
  ],
  [{ a: undefined, b: [{ c: undefined }] }, "42867bca1b781da21ee17353ac0c0155b753ec876c344691b50a3b37a764afaa"],
  [-0, "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"],
  [1e21, "241c4643fa70b1dcde1205b71be4e3bebb17e9f880c8e1a33d0ead6c27271d3c"],
])("names %j as it always has", (value, digest) => {
  expect(digestOf(value)).toBe(digest);
});

it("is the same for what JSON gives back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value));
    }),
  );
});
