import fc from "fast-check";
import { expect, it } from "vitest";
import { VirtualClock } from "./virtual-clock.js";

it("runs what is scheduled by time, then in the order it was scheduled", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const clock = new VirtualClock();
      const ran: number[][] = [];
      times.forEach((time, order) => clock.at(time, () => ran.push([clock.now(), order])));
      clock.run();
      const expected = times.map((time, order) => [time, order]);
      expect(ran).toEqual(
        expected.sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number)),
      );
    }),
  );
});

it("what is scheduled for the past runs now, and the clock stops where it is told", () => {
  const clock = new VirtualClock();
  const ran: number[] = [];
  clock.at(10, () => clock.at(3, () => ran.push(clock.now())));
  clock.at(30, () => ran.push(clock.now()));
  clock.run(20);
  expect([ran, clock.now()]).toEqual([[10], 20]);
});
