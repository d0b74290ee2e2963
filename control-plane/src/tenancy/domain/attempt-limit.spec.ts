import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AttemptLimit, placeOf } from "./attempt-limit.js";

const rate = { burst: 3, refillMs: 1000, places: 4 };

describe("attempts from one place", () => {
  it("may come at once as often as the burst, then one for each refill", () => {
    const limit = new AttemptLimit(rate);
    expect([0, 0, 0, 0].map(() => limit.waitFor("a", 0))).toEqual([0, 0, 0, 1000]);
    expect(limit.waitFor("a", 400)).toBe(600);
    expect(limit.waitFor("a", 1000)).toBe(0);
    expect(limit.waitFor("b", 1000)).toBe(0);
  });

  it("are never more than burst and refills allow, in any order of times", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 60_000 }), { maxLength: 300 }), (steps) => {
        const limit = new AttemptLimit(rate);
        let [now, forward, passed] = [0, 0, 0];
        for (const step of steps) {
          now += step;
          forward += Math.max(0, step);
          if (limit.waitFor("a", now) === 0) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(rate.burst + forward / rate.refillMs);
      }),
    );
  });

  it("are remembered for so many places and no more", () => {
    const limit = new AttemptLimit(rate);
    for (let turn = 0; turn < 3; turn += 1) limit.waitFor("kept", 0);
    for (let place = 0; place < 3; place += 1) limit.waitFor(`other-${String(place)}`, 0);
    expect(limit.waitFor("kept", 0)).toBe(1000);
    for (let place = 3; place < 9; place += 1) limit.waitFor(`other-${String(place)}`, 0);
    expect(limit.waitFor("kept", 0)).toBe(0);
  });
});

describe("a place", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});
