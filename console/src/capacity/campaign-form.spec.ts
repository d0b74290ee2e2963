import { describe, expect, it } from "vitest";
import { EMPTY_CAMPAIGN, toCampaignInput, wrongCampaignFields } from "./campaign-form";

const form = {
  name: " Recensement 2027 ",
  opensAt: "2026-12-01",
  closesAt: "2027-01-15",
  firstQuarter: "2027Q1",
  quarterCount: "4",
};

describe("a campaign's form", () => {
  it("names every field to correct", () => {
    expect(wrongCampaignFields(EMPTY_CAMPAIGN)).toEqual(["name", "opensAt", "closesAt", "firstQuarter"]);
    expect(wrongCampaignFields({ ...form, closesAt: form.opensAt, quarterCount: "13" })).toEqual([
      "closesAt",
      "quarterCount",
    ]);
  });
  it("becomes what the server takes", () => {
    expect(wrongCampaignFields(form)).toEqual([]);
    expect(toCampaignInput(form, "key-1")).toMatchObject({
      name: "Recensement 2027",
      opensAt: "2026-12-01T00:00:00Z",
      quarterCount: 4,
      idempotencyKey: "key-1",
    });
  });
});
