import { readFileSync } from "node:fs";
import { buildSchema, execute, getOperationAST, Kind, parse } from "graphql";
import type * as Answers from "../../src/ingress/graphql/answers/model-server-answer.js";
import type * as Spliced from "../../src/ingress/graphql/answers/spliced-events.js";
import type * as Projection from "../../src/ingress/graphql/operations/project-selection.js";
import { compiled, microBench } from "./measure.ts";

const SDL = new URL("../../../control-plane/contracts/inference.graphql", import.meta.url);
const QUERY = `subscription { chat(input: { model: "m", messages: [] }) { __typename
  ... on ChatDelta { index content role reasoning toolCalls finishReason } ... on ChatEnd { decisionId } } }`;
const EVENT = JSON.stringify({
  id: "chatcmpl-bench",
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta: { content: "word " }, finish_reason: null }],
});

export const graphqlEvent = microBench(
  "graphql-event",
  "one piece of a streamed answer, from the model server's JSON to the subscriber's",
  async () => {
    const { compileProjection } = await compiled<typeof Projection>("ingress/graphql/operations/project-selection.js");
    const { deltaObjects, parseAnswer } = await compiled<typeof Answers>(
      "ingress/graphql/answers/model-server-answer.js",
    );
    const schema = buildSchema(readFileSync(SDL, "utf8"));
    const document = parse(QUERY);
    const field = getOperationAST(document)?.selectionSet.selections[0];
    const type = schema.getSubscriptionType()?.getFields()["chat"]?.type;
    const project =
      field?.kind === Kind.FIELD && type !== undefined ? compileProjection(schema, document, field, type) : null;
    if (project === null) throw new Error("the subscription must compile");
    const delta = () => deltaObjects(parseAnswer(EVENT) ?? {})[0] ?? { __typename: "" };
    const { SplicedEvents } = await compiled<typeof Spliced>("ingress/graphql/answers/spliced-events.js");
    const form = new SplicedEvents((event) => JSON.stringify({ data: { chat: project(event) } }));
    form.learn(EVENT, parseAnswer(EVENT) ?? {});
    const spliced = (): string => form.splice(EVENT) ?? "";
    if (spliced() !== form.show(delta())) throw new Error("the event must be spliced");
    return {
      // Flattened into bytes, as the socket needs it: joined strings are not written out before.
      "like the one before, to bytes": () => Buffer.from(spliced()),
      "compiled selection, to bytes": () => Buffer.from(form.show(delta())),
      "compiled selection": () => JSON.stringify({ data: { chat: project(delta()) } }),
      "graphql-js": () => JSON.stringify(execute({ schema, document, rootValue: { chat: delta() } })),
    };
  },
);
