import { describe, expect, it } from "vitest";
import { readChatRequest } from "./chat-request.js";

const countIn = (body: string): number => {
  const read = readChatRequest(Buffer.from(body));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.request.toolCalls;
};
const written = (rest: object): number => countIn(JSON.stringify({ model: "m", ...rest }));

// A conversation as OpenAI's guide on function calling has it: the model asks, the caller answers with the call's id.
const call = (id: string) => ({ id, type: "function", function: { name: "find_file", arguments: '{"number":"12"}' } });
const asks = (...ids: readonly string[]) => ({ role: "assistant", content: null, tool_calls: ids.map(call) });
const answers = (id: string) => ({ role: "tool", tool_call_id: id, content: "été \u00e9" });
const asked = { role: "user", content: "Where is file 12?" };
const tools = [{ type: "function", function: { name: "find_file" } }];

describe("the tool calls that a request comes to", () => {
  it.each<[string, object, number]>([
    ["no tool", { messages: [asked] }, 0],
    ["an empty list of them", { messages: [asked], tools: [] }, 0],
    ["null for them", { messages: [asked], tools: null }, 0],
    ["the first that it may make", { messages: [asked], tools }, 1],
    ["one by the older name", { messages: [asked], functions: [{ name: "find_file" }] }, 1],
    ["one made, one it may make", { messages: [asked, asks("a"), answers("a")], tools }, 2],
    ["two at once, then no tool", { messages: [asked, asks("a", "b"), answers("a"), answers("b")] }, 2],
    ["three over two turns", { messages: [asked, asks("a", "b"), answers("a"), answers("b"), asks("c")] }, 3],
    ["answers whose questions were left out", { messages: [asked, answers("a"), answers("b")], tools }, 3],
    ["questions whose answers were left out", { messages: [asked, asks("a", "b", "c")], tools }, 4],
    ["one by the older name that was answered", { messages: [{ role: "assistant", function_call: { name: "f" } }] }, 1],
    ["messages that are none", { messages: "tool_calls", tools }, 1],
  ])("are counted: %s", (_, rest, count) => {
    expect(written(rest)).toBe(count);
  });

  it("are those of messages, not words that somebody wrote in one", () => {
    const content = JSON.stringify({ tool_calls: [call("a")], role: "tool" });
    expect(written({ messages: [{ role: "user", content }] })).toBe(0);
  });

  it("are found where a name is written with escapes", () => {
    const messages = JSON.stringify([asks("a"), answers("a")])
      .replace('"tool_calls"', '"tool\\u005fcalls"')
      .replace('"tool_call_id"', '"\\u0074ool_call_id"');
    expect(countIn(`{"model":"m","messages":${messages},"t\\u006fols":${JSON.stringify(tools)}}`)).toBe(2);
  });
});
