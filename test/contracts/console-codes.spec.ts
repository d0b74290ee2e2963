import { describe, expect, it } from "vitest";
import { codes as englishCodes } from "../../console/src/i18n/en/codes.ts";
import { registry as englishRegistry } from "../../console/src/i18n/en/registry.ts";
import { codes as frenchCodes } from "../../console/src/i18n/fr/codes.ts";
import { registry as frenchRegistry } from "../../console/src/i18n/fr/registry.ts";
import { EVIDENCE_PROVIDER } from "../../console/src/registry/evidence-provider.ts";
import { EVIDENCE } from "../../control-plane/src/registry/domain/evidence.js";
import { GUARDS } from "../../control-plane/src/registry/domain/guards.js";
import { GUARD_UNMET } from "../../control-plane/src/registry/domain/transitions.js";
import { explainDenial } from "../../control-plane/src/tenancy/domain/denial.js";
import { ROLE_MATRIX } from "../../control-plane/src/tenancy/domain/role-matrix.js";

const keyOf = (code: string): string => code.replaceAll(".", "_");
const DICTIONARIES = { fr: { ...frenchCodes, ...frenchRegistry }, en: { ...englishCodes, ...englishRegistry } };

describe.each(Object.entries(DICTIONARIES))("codes of the control plane in %s", (_locale, dictionary) => {
  it("has a sentence for every guard of the life cycle, and for no other", () => {
    expect(Object.keys(dictionary.condition).sort()).toEqual(Object.keys(GUARDS).map(keyOf).sort());
  });
  it("has a sentence for every reason that closes a way out", () => {
    for (const code of [GUARD_UNMET, ...denialCodes()]) expect(Object.keys(dictionary.code)).toContain(keyOf(code));
  });
  it("names every piece that guards ask for, and says who provides it", () => {
    const kinds = Object.keys(EVIDENCE).map((kind) => kind.toUpperCase());
    expect(Object.keys(dictionary.evidence.kind).sort()).toEqual(kinds.sort());
  });
});

describe("who provides a piece", () => {
  it("is the same for the console and for the registry", () => {
    const registry = Object.entries(EVIDENCE).map(([kind, { providedBy }]) => [kind.toUpperCase(), providedBy]);
    expect(EVIDENCE_PROVIDER).toEqual(Object.fromEntries(registry));
  });
});

/** Every code a refusal by right can carry: each grant asked for by somebody who meets none of its conditions. */
function denialCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { role, actions, subjects } of ROLE_MATRIX) {
    for (const mfa of [true, false]) {
      for (const contractor of [true, false]) {
        for (const organisationId of ["own", "elsewhere"]) {
          const membership = { role, organisationId };
          const actor = { kind: "person", id: "me", name: "Me", mfa, contractor, memberships: [membership] } as const;
          for (const declaredBy of ["me", "you"]) {
            const subject = { name: subjects[0]!, id: "it", organisationId: "own", declaredBy };
            codes.add(explainDenial(actor, actions[0]!, subject, ["own", "state"]).code);
          }
        }
      }
    }
  }
  return codes;
}
