import { expect, it } from "vitest";
import { entityTag, numberOfTag } from "./entity-tag.js";

it("reads back the tags it writes, weak ones too", () => {
  expect(numberOfTag(entityTag(42))).toBe(42);
  expect(numberOfTag('W/"42"')).toBe(42);
});

it.each([undefined, "", "*", "42", '"x"', '"-1"', '"1", "2"', `"${"9".repeat(16)}"`])(
  "takes %s for no snapshot at all",
  (tag) => {
    expect(numberOfTag(tag)).toBe(0);
  },
);
