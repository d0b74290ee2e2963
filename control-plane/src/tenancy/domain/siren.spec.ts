import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSiren, isSiret, luhnHolds } from "./siren.js";

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));

describe("SIREN and SIRET", () => {
  it.each(["130025265", "110046018", "732829320"])("accepts the SIREN %s", (siren) => {
    expect(isSiren(siren)).toBe(true);
  });

  it.each(["13002526500013", "11004601800013", "73282932000074"])("accepts the SIRET %s", (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it("accepts an establishment of La Poste by the sum of its digits", () => {
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
  });

  it.each(["", "13002526", "1300252650001", "130025265000130", "13002526500014", "1300252650001a", " 13002526500013"])(
    "refuses %j",
    (text) => {
      expect(isSiret(text) || isSiren(text)).toBe(false);
    },
  );

  it("has exactly one check digit for any prefix, and notices any single wrong digit", () => {
    fc.assert(
      fc.property(digits(8), fc.nat(8), fc.integer({ min: 1, max: 9 }), (prefix, position, shift) => {
        const valid = [..."0123456789"].map((digit) => prefix + digit).filter(luhnHolds);
        expect(valid).toHaveLength(1);
        const siren = [...(valid[0] ?? "")];
        siren[position] = String((Number(siren[position]) + shift) % 10);
        expect(luhnHolds(siren.join(""))).toBe(false);
      }),
    );
  });
});
