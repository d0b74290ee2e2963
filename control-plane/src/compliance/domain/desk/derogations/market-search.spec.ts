import { addDays } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDerogation, aMarketSearch } from "../../../../../../test/builders/desk.builder.js";
import { lastDayOf, withdrawnSearch } from "./market-search.js";
import { lastDayAllowed, periodRefusal } from "./rule-terms.js";

const RULE = "sovereignty/sren31-secnumcloud";
const terms = { id: RULE, reason: { fr: "", en: "" }, derogable: { by: ["minister"], maxMonths: 18 } };
const months = { id: RULE, maxMonths: 18 };
const granted = (startsOn: string, endsOn: string) => aDerogation({ state: "granted", startsOn, endsOn });
const offer = (on: string, fields = {}) => aMarketSearch({ offer: "Offre qualifiée", on, ...fields });
const none = (on: string) => aMarketSearch({ offer: null, on });

describe("the last day of all derogations from a rule", () => {
  it("is eighteen months after the first acceptable offer, not after each of them, nor after each derogation", () => {
    const past = [granted("2026-05-01", "2027-10-31"), granted("2027-11-01", "2028-01-31")];
    const offers = [offer("2027-03-01"), offer("2026-09-01")];
    expect(lastDayOf(months, past, offers, "2028-02-01")).toBe("2028-02-29");
    expect(lastDayOf(months, [], offers, "2028-02-01")).toBe("2028-02-29");
  });

  it("forgets an offer that was withdrawn, and one that is of another rule", () => {
    const offers = [offer("2026-09-01", { state: "withdrawn" }), offer("2026-09-01", { rule: "security/other" })];
    expect(lastDayOf(months, [], offers, "2026-10-01")).toBe("2028-03-31");
  });

  it("counts from the first derogation while nobody looked, and from the last search that found none", () => {
    const past = [granted("2026-05-01", "2027-10-31")];
    expect(lastDayOf(months, past, [], "2027-11-01")).toBe("2027-10-31");
    expect(lastDayOf(months, past, [none("2027-09-15")], "2027-11-01")).toBe("2029-03-14");
    // A request, and one that was refused, lifted nothing.
    const asked = [aDerogation({ startsOn: "2020-01-01" }), aDerogation({ state: "refused", startsOn: "2020-01-01" })];
    expect(lastDayOf(months, asked, [], "2026-05-01")).toBe("2027-10-31");
  });

  it("is not pushed by a ministry that asks for another one each time, whatever their lengths", () => {
    const START = "2026-05-01";
    const lengths = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 40 });
    fc.assert(
      fc.property(lengths, fc.option(fc.integer({ min: 0, max: 1500 })), (asked, offered) => {
        const day = offered === null ? null : addDays(START, offered);
        const searches = day === null ? [] : [offer(day)];
        const held: ReturnType<typeof granted>[] = [];
        for (const length of asked) {
          const startsOn = held.length === 0 ? START : addDays(held.at(-1)?.endsOn ?? START, 1);
          const endsOn = addDays(startsOn, length);
          if (periodRefusal(terms, startsOn, endsOn, lastDayOf(months, held, searches, startsOn)) === null)
            held.push(granted(startsOn, endsOn));
        }
        const last = lastDayAllowed(day ?? START, 18);
        expect(held.every(({ endsOn }) => endsOn <= last)).toBe(true);
      }),
    );
  });
});

describe("a search of the market", () => {
  it("is withdrawn by somebody else than who recorded it, once", () => {
    const search = aMarketSearch();
    expect(withdrawnSearch(search, search.foundBy, "Erreur")).toMatchObject({
      refusal: { conditions: [{ code: "withdrawer_is_not_finder", met: false }] },
    });
    const gone = withdrawnSearch(search, "second", "Erreur");
    expect(gone).toMatchObject({ value: { state: "withdrawn", withdrawnBy: "second", version: 2 } });
    expect(gone.ok && withdrawnSearch(gone.value, "third", "Encore")).toMatchObject({
      refusal: { code: "market_search.withdrawn" },
    });
  });
});
