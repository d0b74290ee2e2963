import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { explicitMention } from "./explicit-mention.js";
import { REGISTER_IDS, REGISTERS } from "./registers.js";
import { csvText, jsonText, writeRegister } from "./write-register.js";

const high = aRegisterEntry({ aiActClass: "high", affectsIndividuals: true, decisionRole: "prepare" });
const written = (id: (typeof REGISTER_IDS)[number], entry = high) => {
  const { header, rows, missing } = writeRegister(REGISTERS[id], [entry]);
  const row = rows[0];
  return { header, missing, row: row && Object.fromEntries(header.map((name, index) => [name, row[index]])) };
};

describe("column names", () => {
  it("are used once each", () => {
    for (const id of REGISTER_IDS) {
      const { header } = written(id);
      expect([id, header.length]).toEqual([id, new Set(header).size]);
    }
  });
});

describe("what stands in a register", () => {
  it("holds what belongs there and nothing else", () => {
    const held = (fields: Parameters<typeof aRegisterEntry>[0]) =>
      REGISTER_IDS.filter((id) => written(id, aRegisterEntry(fields)).row !== undefined);
    const decides = { affectsIndividuals: true, decisionRole: "prepare" };
    expect(held({ aiActClass: "high", annexIii: "employment", ...decides })).toEqual(
      REGISTER_IDS.filter((id) => id !== "annex_viii_b"),
    );
    expect(held({ aiActClass: "limited", affectsIndividuals: false })).toEqual(["algorithm_register"]);
    expect(held({ publicationCategory: null, affectsIndividuals: true, decisionRole: "none" })).toEqual([]);
    expect(held({ state: "idea", aiActClass: "high", annexIii: "employment", ...decides })).toEqual([]);
  });

  it("is no longer than the register takes, cut at a word", () => {
    const long = aRegisterEntry({ description: "mot ".repeat(200) });
    const short = written("algorithm_register", long).row?.description_short;
    expect(short?.length).toBeLessThanOrEqual(400);
    expect(short).toMatch(/mot…$/u);
  });
});

describe("files", () => {
  /** A reader of RFC 4180, written apart from the writer. */
  const read = (text: string): string[][] => {
    const rows: string[][] = [[]];
    for (let at = 0; at < text.length;) {
      let cell = "";
      if (text[at] === '"') {
        for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += text[at] === '"' ? 2 : 1) cell += text[at];
        at += 1;
      } else for (; at < text.length && text[at] !== "," && text[at] !== "\r"; at += 1) cell += text[at];
      rows.at(-1)?.push(cell);
      if (text[at] === ",") at += 1;
      else if ((at += 2) < text.length) rows.push([]);
    }
    return rows;
  };
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", "é", " ", "=") });

  it("give back every cell, formulas marked as text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const safe = rows.map((row) => row.map((each) => (/^'*[=+\-@\t\r]/.test(each) ? `'${each}` : each)));
        expect(read(csvText({ header: ["x", "y"], rows }))).toEqual([["x", "y"], ...safe]);
      }),
    );
  });

  it("are objects by the register's names in JSON, without empty ones", () => {
    expect(JSON.parse(jsonText({ header: ["a", "b"], rows: [["1", ""]] }))).toEqual([{ a: "1" }]);
  });
});

describe("the explicit mention", () => {
  it("says what the law asks, in the body's own words", () => {
    const mention = explicitMention(high);
    expect(mention?.text).toContain("« Orientation des demandes »");
    expect(mention?.text).toContain("Finalité du traitement : Orienter chaque demande vers le bon service.");
    expect(mention?.text).toContain("L. 311-3-1");
    expect(mention?.text).toContain("owner@ministry.example");
    expect(mention?.text).toContain("https://regles.example");
    expect(mention?.onRequest).toHaveLength(4);
    expect(mention?.onRequest[0]).toContain("prépare la décision");
    expect(mention?.missing).toEqual([]);
  });

  it("is due only where individual decisions are taken with it", () => {
    expect(explicitMention(aRegisterEntry({ affectsIndividuals: false, decisionRole: "prepare" }))).toBeNull();
    expect(explicitMention(aRegisterEntry({ affectsIndividuals: true, decisionRole: "none" }))).toBeNull();
  });

  it("names what is missing instead of inventing it", () => {
    const mention = explicitMention({ ...high, goal: null, rulesUrl: null, dataSources: [], operations: null });
    expect(mention?.text).toContain("[à compléter : finalité]");
    expect(mention?.text).not.toContain("Ces règles sont publiées");
    expect(mention?.missing).toEqual(["goal", "rulesUrl", "dataSources", "operations"]);
  });
});
