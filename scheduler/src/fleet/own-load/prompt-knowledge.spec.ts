import { describe, expect, it } from "vitest";
import { endpointView } from "../../endpoint-picker/picker.behaviour.js";
import { createPromptKnowledge, PREFIX_BLOCK_TOKENS } from "./prompt-knowledge.js";
import type { PromptKnowledge } from "./prompt-knowledge.js";

const BLOCKS = 10;
const TOKENS = BLOCKS * PREFIX_BLOCK_TOKENS;
const endpoint = endpointView();

/** A server whose cache keeps the `holds` prompts last sent; its gauge says that two fit. */
const server = (knowledge: PromptKnowledge, holds: number, says = true) => {
  const kept: number[] = [];
  const blocksOf = (prompt: number) => Array.from({ length: BLOCKS }, (_, index) => prompt * BLOCKS + index);
  const asked = (prompt: number) =>
    knowledge.asked({ sequences: 1, promptTokens: TOKENS, blocks: blocksOf(prompt), maxOutputTokens: null }, "d1");
  return {
    /** Tokens of a prompt that it is thought to hold. */
    thought: (prompt: number) => asked(prompt).cached?.tokensOn(endpoint.endpointId) ?? 0,
    send: (prompt: number): void => {
      const work = knowledge.workOn(endpoint, asked(prompt));
      knowledge.sent(endpoint.endpointId, blocksOf(prompt), 2 * TOKENS);
      const there = kept.indexOf(prompt);
      if (there >= 0) kept.splice(there, 1);
      kept.push(prompt);
      if (kept.length > holds) kept.shift();
      knowledge.found(endpoint.endpointId, work, there >= 0 && says ? 1 : 0);
    },
  };
};

const rounds = (send: (prompt: number) => void, count: number): void => {
  for (let round = 0; round < count; round += 1) for (let prompt = 0; prompt < 5; prompt += 1) send(prompt);
};

describe("what is known of prompts", () => {
  it("takes a cache to be as large as its gauge says until more is found there, then remembers what it holds", () => {
    const { send, thought } = server(createPromptKnowledge(), 5);
    rounds(send, 1);
    expect([0, 2, 3, 4].map(thought)).toEqual([0, 0, TOKENS, TOKENS]);
    rounds(send, 2);
    expect([0, 1, 2, 3, 4].map(thought)).toEqual([TOKENS, TOKENS, TOKENS, TOKENS, TOKENS]);
  });

  it("never takes it to be smaller than the gauge, nor larger, where nothing more is found or the engine does not say", () => {
    for (const says of [true, false]) {
      const { send, thought } = server(createPromptKnowledge(), 2, says);
      rounds(send, 3);
      for (const prompt of [3, 4, 3, 4]) send(prompt);
      expect([2, 3, 4].map(thought)).toEqual([0, TOKENS, TOKENS]);
    }
  });

  it("comes back to the gauge when a cache holds less than was learned", () => {
    const knowledge = createPromptKnowledge();
    rounds(server(knowledge, 5).send, 3);
    const smaller = server(knowledge, 2);
    rounds(smaller.send, 8);
    expect([0, 1, 2].map(smaller.thought)).toEqual([0, 0, 0]);
  });

  it("starts from the gauge again with an endpoint that was forgotten", () => {
    const knowledge = createPromptKnowledge();
    rounds(server(knowledge, 5).send, 3);
    knowledge.forget(endpoint.endpointId);
    const { send, thought } = server(knowledge, 5);
    rounds(send, 1);
    expect([0, 4].map(thought)).toEqual([0, TOKENS]);
  });
});
