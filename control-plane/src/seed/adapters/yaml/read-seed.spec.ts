import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeed } from "./read-seed.js";

const seedFile = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../local/seeds/${name}.yaml`, import.meta.url)), "utf8");

function mistakesOf(text: string): string[] {
  const reading = readSeed(text);
  return reading.ok ? [] : reading.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("the seed files that come with Socle", () => {
  it.each(["notre-ia", "minimal"])("%s holds no mistake", (name) => {
    expect(mistakesOf(seedFile(name))).toEqual([]);
  });
});

describe("readSeed", () => {
  it("tells where the YAML itself is broken", () => {
    const [mistake] = mistakesOf("version: 1\norganisations: [\n");
    expect(mistake).toMatch(/^3:1 /);
  });

  it("refuses an unknown key where it stands", () => {
    expect(
      mistakesOf("version: 1\norganisations:\n  - { slug: etat, name: État, kind: state, color: blue }\n"),
    ).toEqual(["3:44 unknown key color"]);
  });

  it("names a missing key at the object that lacks it", () => {
    expect(mistakesOf("version: 1\norganisations:\n  - slug: etat\n    kind: state\n")).toEqual([
      "3:5 name is missing",
    ]);
  });

  it.each(["decisionRole", "affectsIndividuals", "staffEffect"])(
    "supposes nothing of a use case of which nobody said its %s",
    (field) => {
      const facts = { slug: "a", name: "A", description: "D", organisation: "etat", state: "idea", labels: ["public"] };
      const said = {
        ...facts,
        decisionRole: "assist",
        affectsIndividuals: true,
        staffEffect: "augmentation",
        [field]: undefined,
      };
      const seed = { version: 1, organisations: [{ slug: "etat", name: "État", kind: "state" }], useCases: [said] };
      expect(mistakesOf(JSON.stringify(seed)).join()).toContain(field);
    },
  );

  it("points at a value of the wrong kind", () => {
    const [mistake] = mistakesOf("version: 1\npools:\n  - slug: p\n    gpuCount: many\n");
    expect(mistake).toMatch(/^3:5 name is missing|^4:5 gpuCount: /);
  });

  it("lists every mistake in the order of the file", () => {
    const lines = mistakesOf(
      [
        "version: 1",
        "organisations:",
        "  - { slug: etat, name: État, kind: state }",
        "  - { slug: a, name: A, kind: ministry, parent: nowhere }",
        "  - { slug: b, name: B, kind: ministry }",
        "limits:",
        '  - { node: "use-case:none", concurrency: 1 }',
      ].join("\n"),
    );
    expect(lines).toEqual([
      "4:41 there is no organisation nowhere",
      "5:7 b needs a parent: only the State has none",
      "7:7 there is no use-case none",
    ]);
  });

  it("finds organisations that are their own ancestors", () => {
    const lines = mistakesOf(
      "version: 1\norganisations:\n  - { slug: a, name: A, kind: ministry, parent: b }\n  - { slug: b, name: B, kind: ministry, parent: a }\n",
    );
    expect(lines.join("\n")).toContain("a is its own ancestor");
  });

  it.each([
    ["on a line of its own", "    evidence:\n      dpia: yes, done\n      pia: not a key", "6:7"],
    ["in one line", "    evidence: { sren_test: REF-1, pia: REF-2 }", "4:35"],
  ])("finds evidence that the registry does not know, %s", (_, evidence, place) => {
    const facts =
      "name: A, description: D, organisation: etat, state: idea, labels: [public], decisionRole: none, affectsIndividuals: false, staffEffect: none";
    const lines = mistakesOf(
      [
        "version: 1",
        "organisations: [{ slug: etat, name: État, kind: state }]",
        "useCases:",
        `  - ${evidence.trimStart()}`,
        ...["slug: a", ...facts.split(/, (?=\w+:)/u)].map((fact) => `    ${fact}`),
      ].join("\n"),
    );
    expect(lines).toEqual([expect.stringMatching(`^${place} there is no evidence pia: one of sren_test, dpia, `)]);
  });

  it("finds a roadmap's mistakes where they stand", () => {
    const act = "type: migrate, owner: O, start: 2027-01-01, end: 2027-02-01";
    const lines = mistakesOf(
      [
        "version: 1",
        "organisations: [{ slug: etat, name: État, kind: state }]",
        "roadmaps:",
        "  - organisation: nowhere",
        "    year: 2026",
        "    dependencies:",
        "      - domain: cloud",
        "        product: P",
        "        vendor: V",
        "        vendorCountry: FR",
        "        annualCostEuros: 1",
        "        criticality: low",
        "        deployment: saas",
        "        actions:",
        `          - { title: A, ${act} }`,
        `          - { title: A, ${act} }`,
        `          - { title: B, after: [C], ${act} }`,
        "roadmapReferences:",
        "  - { year: 2026, label: L, euros: 1, source: S }",
        "  - { year: 2026, label: L, euros: 2, source: S }",
      ].join("\n"),
    );
    expect(lines).toEqual([
      "4:5 there is no organisation nowhere",
      "16:15 A stands here for the second time: name it",
      "17:33 there is no action C",
      "20:19 L stands here for the second time",
    ]);
  });

  it("never repeats a key in clear", () => {
    const secret = "socle_local_only_secret_secret_0001";
    const twice = seedFile("minimal").replace(
      "socle_local_only_my_application_key }]",
      `${secret} }, { secret: ${secret} }]`,
    );
    const lines = mistakesOf(twice);
    expect(lines.join("\n")).toContain("this key stands here for the second time");
    expect(lines.join("\n")).not.toContain(secret);
  });

  it("takes a base URL with or without /v1", () => {
    const reading = readSeed(seedFile("minimal").replace("http://127.0.0.1:8000", "http://127.0.0.1:8000/v1/"));
    expect(reading.ok && reading.document.pools[0]?.deployments[0]?.endpoints[0]?.url).toBe("http://127.0.0.1:8000");
  });

  it("finds a past's mistakes where they stand", () => {
    const people =
      "people: [{ email: a@b.example, name: A B, memberships: [{ organisation: etat, role: auditor }] }]\n";
    const head = `version: 1\norganisations: [{ slug: etat, name: État, kind: state }]\n${people}`;
    const lines = mistakesOf(
      [
        `${head}past:`,
        "  daysAgo: 20",
        "  days:",
        "    - daysAgo: 10",
        "      acts:",
        "        - { by: a@b.example, do: askQuestion, with: { organisationId: $organisation:etat, title: $nothing }, as: q }",
        "        - { by: nobody@b.example, do: answerQuestion, with: { id: $q } }",
        "    - daysAgo: 12",
        "      acts: [{ by: a@b.example, do: askQuestion }]",
        "  usage: { days: 3, lines: [{ application: none, perDay: 5, inputTokens: 9, outputTokens: 9 }] }",
        "",
      ].join("\n"),
    );
    expect(lines).toEqual([
      "9:47 $nothing names nothing that stands before it",
      "10:13 there is nobody nobody@b.example",
      "11:7 days go forward: 10 at most",
      "13:31 there is no application none",
    ]);
  });

  it("bounds what a past may ask", () => {
    const [mistake] = mistakesOf(
      "version: 1\npast: { daysAgo: 90, usage: { days: 90, lines: [{ application: a, perDay: 200, inputTokens: 9, outputTokens: 9 }, { application: b, perDay: 100, inputTokens: 9, outputTokens: 9 }] } }\n",
    );
    expect(mistake).toContain("at most 20000 requests");
  });
});
