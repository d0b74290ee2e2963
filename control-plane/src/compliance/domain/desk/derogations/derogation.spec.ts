import { addDays } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDerogation } from "../../../../../../test/builders/desk.builder.js";
import { closed, endorsed, granted, shortened, standingOn, type AuthorityDecision } from "./derogation.js";
import { lastDayAllowed, periodRefusal, type RuleTerms } from "./rule-terms.js";

const decision = (authority: string, recordedBy: string): AuthorityDecision => ({
  authority,
  reference: `Décision ${authority}`,
  on: "2026-09-01",
  recordedBy,
});
const minister = decision("minister", "validator");
const primeMinister = decision("prime_minister", "compliance");
const TODAY = "2026-09-10";
const FAR = "2099-12-31";

describe("a derogation", () => {
  it("is asked for by one, endorsed by a second and granted by a third", () => {
    const asked = aDerogation();
    const endorsement = endorsed(asked, minister, TODAY);
    if (!endorsement.ok) throw new Error(endorsement.refusal.message);
    expect(endorsement.value).toMatchObject({ state: "endorsed", endorsedBy: "validator", version: 2 });
    expect(granted(endorsement.value, [primeMinister], "compliance", TODAY)).toMatchObject({
      ok: true,
      value: { state: "granted", decisions: [{ authority: "minister" }, { authority: "prime_minister" }] },
    });
  });

  it.each([
    ["whoever asked endorses", () => endorsed(aDerogation(), decision("minister", "declarant"), TODAY)],
    [
      "an authority that the rule does not name decides",
      () => endorsed(aDerogation(), decision("prefect", "validator"), TODAY),
    ],
    ["it would begin before it was decided", () => endorsed(aDerogation({ startsOn: "2026-08-31" }), minister, TODAY)],
    ["it is decided on a day to come", () => endorsed(aDerogation({ startsOn: "2027-01-01" }), minister, "2026-08-31")],
    [
      "the last authority decided after its first day",
      () => granted(endorsedOne(), [{ ...primeMinister, on: "2026-09-02" }], "compliance", TODAY),
    ],
    ["an authority has not decided", () => granted(endorsedOne(), [], "compliance", TODAY)],
    ["whoever endorsed grants", () => granted(endorsedOne(), [primeMinister], "validator", TODAY)],
    ["whoever asked grants", () => granted(endorsedOne(), [primeMinister], "declarant", TODAY)],
    ["it has ended already", () => granted(endorsedOne(), [primeMinister], "compliance", "2028-09-01")],
  ])("is refused when %s", (_when, act) => {
    expect(act()).toMatchObject({ ok: false, refusal: { kind: "GuardRefusal", code: "derogation.guard_unmet" } });
  });

  it("is granted only once endorsed, and revoked only once granted", () => {
    expect(granted(aDerogation(), [minister, primeMinister], "compliance", TODAY)).toMatchObject({
      refusal: { code: "derogation.no_step" },
    });
    const end = { by: "compliance", at: new Date(), reason: "Offre qualifiée" };
    expect(closed(endorsedOne(), "revoked", end).ok).toBe(false);
    expect(closed(aDerogation({ state: "granted" }), "revoked", end)).toMatchObject({ value: { state: "revoked" } });
    expect(closed(aDerogation({ state: "granted" }), "withdrawn", end).ok).toBe(false);
  });

  it("ends with the last day that is left, or never begins", () => {
    const end = { by: "compliance", at: new Date(), reason: "Offre acceptable" };
    const one = aDerogation({ state: "granted", startsOn: "2026-09-01", endsOn: "2027-09-30" });
    expect(shortened(one, "2027-01-31", end)).toMatchObject({ value: { state: "granted", endsOn: "2027-01-31" } });
    expect(shortened(one, "2026-08-31", end)).toMatchObject({ value: { state: "revoked", closeReason: end.reason } });
  });

  it("begins and ends by itself, its first and last day included", () => {
    const one = aDerogation({ state: "granted", startsOn: "2026-09-01", endsOn: "2026-09-30" });
    const standings = ["2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01"].map((day) => standingOn(one, day));
    expect(standings).toEqual(["planned", "active", "active", "expired"]);
  });
});

describe("the longest period", () => {
  const terms: RuleTerms = {
    id: "sovereignty/sren31-secnumcloud",
    reason: { fr: "", en: "" },
    derogable: { by: ["minister"], maxMonths: 18 },
  };

  it("counts whole months, the last day included", () => {
    expect(lastDayAllowed("2026-09-01", 18)).toBe("2028-02-29");
    expect(periodRefusal(terms, "2026-09-01", "2028-02-29", FAR)).toBeNull();
    expect(periodRefusal(terms, "2026-09-01", "2028-03-01", FAR)).toMatchObject({ issues: [{ path: "endsOn" }] });
    expect(periodRefusal(terms, "2026-09-01", "2026-08-31", FAR)).toMatchObject({ issues: [{ path: "endsOn" }] });
    expect(periodRefusal({ ...terms, derogable: null }, "2026-09-01", "2026-09-02", FAR)).toMatchObject({
      issues: [{ path: "rule" }],
    });
  });

  it("is exact by a day for every first day", () => {
    const first = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(first, (day) => {
        const last = lastDayAllowed(day, 18);
        return (
          periodRefusal(terms, day, last, FAR) === null && periodRefusal(terms, day, addDays(last, 1), FAR) !== null
        );
      }),
    );
  });
});

function endorsedOne() {
  const result = endorsed(aDerogation(), minister, TODAY);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
