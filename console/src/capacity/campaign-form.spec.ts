import { describe, expect, it } from "vitest";
import { allProblems } from "../parts/form/use-form";
import { CAMPAIGN_SPECS, toCampaignInput, wrongCampaign } from "./campaign-form";

const form = {
  name: " Recensement 2027 ",
  opensAt: "2026-12-01",
  closesAt: "2027-01-15",
  firstQuarter: "2027Q1",
  quarterCount: "4",
};
const empty = { name: "", opensAt: "", closesAt: "", firstQuarter: "", quarterCount: "4" };
const wrongIn = (values: typeof form) => [...allProblems(CAMPAIGN_SPECS, values, wrongCampaign).keys()];

describe("a campaign's form", () => {
  it("names every field to correct", () => {
    expect(wrongIn(empty)).toEqual(["name", "opensAt", "closesAt", "firstQuarter"]);
    expect(wrongIn({ ...form, closesAt: form.opensAt, quarterCount: "13" })).toEqual(["closesAt", "quarterCount"]);
  });
  it("becomes what the server takes", () => {
    expect(wrongIn(form)).toEqual([]);
    expect(toCampaignInput(form, "key-1")).toMatchObject({
      name: "Recensement 2027",
      opensAt: "2026-12-01T00:00:00Z",
      quarterCount: 4,
      idempotencyKey: "key-1",
    });
  });
});
