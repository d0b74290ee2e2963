import fc from "fast-check";
import { expect, it } from "vitest";
import { Slots } from "./slots.js";

it("holds what was added and not removed, whatever the order", () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 7 })), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      const slots = new Slots<{ slot: number; readonly name: number }>();
      const items = Array.from({ length: 8 }, (_, name) => ({ slot: -1, name }));
      const held = new Set<number>();
      for (const [adds, name] of taken) {
        const item = items[name] ?? { slot: -1, name };
        if (adds && !held.has(name)) slots.add(item);
        if (!adds) slots.remove(item);
        if (adds) held.add(name);
        else held.delete(name);
        expect([...slots].map((one) => one.name).sort()).toEqual([...held].sort());
        expect(slots.size).toBe(held.size);
      }
    }),
  );
});
