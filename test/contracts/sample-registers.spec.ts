import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALGORITHM_REGISTER } from "../../control-plane/src/compliance/domain/desk/registers/algorithm-register.js";
import { publishedTreatments } from "../../control-plane/src/compliance/domain/desk/registers/published-inventory.js";
import { REGISTER_IDS, REGISTERS } from "../../control-plane/src/compliance/domain/desk/registers/registers.js";
import { jsonText, writeRegister } from "../../control-plane/src/compliance/domain/desk/registers/write-register.js";
import { registerEntryOf } from "../../control-plane/src/compliance/use-cases/desk/registers/register-entry-of.js";
import { dossierSchema } from "../../control-plane/src/registry/domain/dossier/dossier.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { algorithmIn } from "../builders/algorithm-register.schema.js";
import { aUseCase } from "../builders/ai-use-case.builder.js";

const seed = readSeed(readFileSync(new URL("../../control-plane/local/seeds/notre-ia.yaml", import.meta.url), "utf8"));
if (!seed.ok) throw new Error("the sample registry cannot be read");
const named = new Map(seed.document.organisations.map(({ slug, name }) => [slug, name]));
const entries = seed.document.useCases.map((useCase) => {
  const { slug, name, description, state, labels, decisionRole, affectsIndividuals, ownerEmail, oversight } = useCase;
  const declared = { slug, name, description, state, labels, decisionRole, affectsIndividuals, ownerEmail, oversight };
  const body = named.get(useCase.organisation) ?? "";
  return registerEntryOf(
    aUseCase({ ...declared, evidence: useCase.evidence, dossier: dossierSchema.parse(useCase.dossier) }),
    { organisation: body, ministry: body },
  );
});

describe("the sample registry", () => {
  it.each(REGISTER_IDS)("fills %s: nothing that it requires is missing", (id) => {
    expect(writeRegister(REGISTERS[id], entries).missing).toEqual([]);
  });

  it("shows each register with a use case in it, or one that it is about", () => {
    for (const id of REGISTER_IDS.filter((each) => each !== "annex_viii_b")) {
      const { rows, notes } = writeRegister(REGISTERS[id], entries);
      expect([id, rows.length + notes.length]).not.toEqual([id, 0]);
    }
  });

  it("publishes each treatment that takes part in individual decisions", () => {
    expect(publishedTreatments(entries).map(({ name }) => name)).toEqual(["IA pour la justice", "Mémoire IA"]);
  });

  it.each(REGISTER_IDS)("shows no person's address in %s", (id) => {
    const text = jsonText(writeRegister(REGISTERS[id], entries));
    const owners = seed.document.useCases.map(({ ownerEmail }) => ownerEmail).filter((address) => address !== "");
    expect(owners.filter((address) => text.includes(address))).toEqual([]);
  });

  it("is taken by the Dutch register as it is", () => {
    const records = JSON.parse(jsonText(writeRegister(ALGORITHM_REGISTER, entries))) as readonly unknown[];
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) algorithmIn.parse(record);
  });

  it("names the high-risk system that is tried and has no entry yet", () => {
    expect(writeRegister(REGISTERS.annex_viii_c, entries).notes).toMatchObject([
      { name: "IA pour la justice", note: "not_registered" },
    ]);
  });
});
