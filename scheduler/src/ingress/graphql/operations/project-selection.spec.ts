import fc from "fast-check";
import { buildSchema, execute, getOperationAST, Kind, parse, validate } from "graphql";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileProjection } from "./project-selection.js";

const SDL = new URL("../../../../../control-plane/contracts/inference.graphql", import.meta.url);
const schema = buildSchema(readFileSync(SDL, "utf8"));
const subscription = schema.getSubscriptionType();

const USAGE = {
  inputTokens: 1,
  cachedInputTokens: 0,
  outputTokens: 2,
  estimated: false,
  cost: 0.5,
  costMicroEuro: 500_000,
  gpuSeconds: 0.1,
  impacts: { kWh: 0.1, kgCO2eq: 0.2, method: "m" },
  simulated: true,
};
const REFUSAL = {
  code: "c",
  message: "m",
  retryAfterSeconds: 3,
  decisionId: null,
  requestId: "r",
  details: { a: [1] },
};
const SUNSET = { announcedAt: "2026-09-01T00:00:00.000Z", endsAt: "2026-12-31T00:00:00.000Z", replacement: null };
const EVENTS = [
  { __typename: "ChatDelta", index: 0, role: "assistant", content: "é", reasoning: null, toolCalls: [{ id: "1" }] },
  { __typename: "ChatEnd", usage: USAGE, decisionId: "d", requestId: "r", pool: "p", notices: ["n"], sunset: SUNSET },
  { __typename: "ChatEnd", usage: null, decisionId: "d", requestId: "r", pool: null, notices: [], sunset: null },
  { __typename: "EngineFailure", ...REFUSAL, usage: USAGE },
  {
    __typename: "NoEligiblePool",
    ...REFUSAL,
    pools: [{ pool: "p", reasons: [{ rule: "f/r", version: 1, code: "c", fr: "x" }] }],
  },
];

/** Pieces of selections; a query is any of them in any order. */
const PIECES = [
  "__typename",
  "kind: __typename",
  "... on ChatDelta { index content }",
  "... on ChatDelta { text: content content role toolCalls finishReason }",
  "... on ChatEnd { usage { outputTokens } }",
  "... on ChatEnd { usage { cost impacts { kWh ... on Impacts { method } } } pool }",
  "... on ChatEnd { notices sunset { endsAt replacement } }",
  "... on Refusal { code details ... on EngineFailure { usage { estimated } } }",
  "... on NoEligiblePool { pools { pool reasons { rule fr en } } }",
  "... Shared",
  "... { __typename ... on ChatDelta { reasoning } }",
];
const FRAGMENT = "fragment Shared on ChatEvent { ... on ChatEnd { decisionId requestId } ... on Refusal { message } }";

function bothWays(selection: string, event: object): [unknown, unknown] {
  const document = parse(`subscription { chat(input: { model: "m", messages: [] }) { ${selection} } } ${FRAGMENT}`);
  const field = getOperationAST(document)?.selectionSet.selections[0];
  const type = subscription?.getFields()["chat"]?.type;
  if (field?.kind !== Kind.FIELD || type === undefined) throw new Error("no field");
  const projected = compileProjection(schema, document, field, type)?.(event as Record<string, unknown>);
  const executed = execute({ schema, document, rootValue: { chat: event } });
  return [{ data: { chat: projected } }, executed];
}

describe("a compiled selection", () => {
  it("gives what graphql-js gives, to the byte and in its order", () => {
    fc.assert(
      fc.property(fc.subarray(PIECES, { minLength: 1 }), fc.constantFrom(...EVENTS), (pieces, event) => {
        const [projected, executed] = bothWays([...pieces, "... Shared"].join(" "), event);
        expect(JSON.stringify(projected)).toBe(JSON.stringify(executed));
      }),
    );
  });

  it("is tried on valid queries only", () => {
    const document = parse(
      `subscription { chat(input: { model: "m", messages: [] }) { ${PIECES.join(" ")} } } ${FRAGMENT}`,
    );
    expect(validate(schema, document)).toEqual([]);
  });

  it.each(["__typename @include(if: true)", "... on ChatDelta @skip(if: false) { index }"])(
    "leaves %s to graphql-js",
    (selection) => {
      const [projected] = bothWays(selection, EVENTS[0] ?? {});
      expect(projected).toEqual({ data: { chat: undefined } });
    },
  );
});
