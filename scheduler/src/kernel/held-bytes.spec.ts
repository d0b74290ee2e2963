import fc from "fast-check";
import { expect, it } from "vitest";
import { HeldBytes } from "./held-bytes.js";

it("never holds more than its bound, and nothing once all have let go", () => {
  const step = fc.record({ who: fc.nat({ max: 3 }), bytes: fc.nat({ max: 60 }), lets: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const held = new HeldBytes(100);
      const holdings = [held.open(), held.open(), held.open(), held.open()];
      for (const { who, bytes, lets } of steps) {
        const before = held.bytes;
        if (lets) holdings[who]?.release();
        else if (!(holdings[who]?.grow(bytes) ?? false)) expect(before + bytes).toBeGreaterThan(100);
        expect(held.bytes).toBeLessThanOrEqual(100);
      }
      for (const holding of holdings) holding.release();
      expect(held.bytes).toBe(0);
    }),
  );
});
