import { describe, expect, it } from "vitest";
import { dutiesOf } from "../../../domain/desk/assessments/ai-act-duties.js";
import { dutyFacts } from "./assessed-use-case.js";

const DAY = "2027-12-02";
const DUTIES = ["registered_system", "registration", "provider_registration"];

describe("duties of registration", () => {
  it.each([
    ["no entry", {}, DUTIES],
    ["the provider's alone", { providerEntryUrl: "https://europa.example/system" }, ["registration"]],
    [
      "the deployer's alone",
      { deployerEntryUrl: "https://europa.example/deployer" },
      ["registered_system", "provider_registration"],
    ],
  ])("are late each by its own entry: %s", (_case, entries, expected) => {
    const dossier = { aiActClass: "high", aiActRole: "provider", annexIii: "employment", ...entries };
    const facts = dutyFacts({ labels: [], oversight: "", staffEffect: "none", evidence: [], dossier }, []);
    if (facts === null) throw new Error("its class is known");
    const late = dutiesOf(facts, DAY).filter((each) => each.late && DUTIES.includes(each.code));
    expect(late.map(({ code }) => code).toSorted()).toEqual(expected.toSorted());
  });
});
