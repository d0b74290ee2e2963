import { describe, expect, it } from "vitest";
import { decimalsFor, makeFormat } from "./format";

const fr = makeFormat("fr");
const en = makeFormat("en");

describe("figures", () => {
  it("groups with a no-break space and a comma in French, with a comma and a point in English", () => {
    expect(fr.decimal(1234.5)).toBe("1\u00a0234,5");
    expect(en.decimal(1234.5)).toBe("1,234.5");
  });
  it("writes a true minus sign", () => {
    expect(fr.euro(-1234.5)).toBe("\u22121\u00a0234,50\u00a0€");
    expect(en.euro(-1234.5)).toBe("\u2212€1,234.50");
  });
  it("keeps one decimal in shares", () => {
    expect(fr.percent(0.83)).toBe("83,0\u00a0%");
    expect(en.percent(0.83)).toBe("83.0%");
  });
  it("tells nothing from a measured zero", () => {
    expect(fr.orNone(null, fr.integer)).toBe("–");
    expect(fr.orNone(0, fr.integer)).toBe("0");
  });
  it("never prints a small amount as nothing", () => {
    expect(en.smallEuro(0.000123)).toBe("€0.000123");
    expect(en.smallEuro(12)).toBe("€12.00");
    expect(decimalsFor(0, 3)).toBe(3);
  });
  it("chooses the unit of a duration and of a mass by its size", () => {
    expect(fr.milliseconds(0.42)).toBe("0,42\u00a0ms");
    expect(fr.milliseconds(30_000)).toBe("30,0\u00a0s");
    expect(en.kilograms(0.31)).toBe("310\u00a0g");
  });
});

describe("dates", () => {
  it("are read in Paris", () => {
    expect(fr.date("2026-11-23T23:30:00Z")).toBe("24 novembre 2026");
    expect(en.date("2026-11-23T23:30:00Z")).toBe("24 November 2026");
    expect(fr.time("2026-11-24T13:32:10Z")).toBe("14:32");
  });
});
