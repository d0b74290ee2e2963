import { describe, expect, it } from "vitest";
import { importPath, MAX_FILE_BYTES, problemOf } from "./send-file";

describe("a file to import", () => {
  it("says what keeps it from being sent", () => {
    expect(problemOf(null)).toBe("none");
    expect(problemOf({ name: "besoins.ods", size: 10 })).toBe("type");
    expect(problemOf({ name: "besoins.csv", size: 0 })).toBe("empty");
    expect(problemOf({ name: "besoins.XLSX", size: MAX_FILE_BYTES + 1 })).toBe("size");
    expect(problemOf({ name: "besoins.csv", size: 10 })).toBeNull();
  });
  it("goes to an address that keeps its name", () => {
    const to = { campaignId: "c", organisationId: "o", target: "need" } as const;
    expect(importPath(to, "été & hiver.csv")).toBe(
      "/capacity/imports?campaignId=c&organisationId=o&target=need&fileName=%C3%A9t%C3%A9+%26+hiver.csv",
    );
  });
});
