import type { StrictMembers } from "./json/strict-members.js";
import type { Span } from "./operation.js";

/** Where messages may hold calls; a letter written as an escape may be part of such a name. */
const MAY_CALL = /"(?:tool_calls|tool_call_id|function_call)"|\\u00[2-7]/;
/** Members by which a caller offers tools, the older name included. */
const OFFERS = ["tools", "functions"] as const;
const NONE = /^(?:null|\[\s*\])$/;

/**
 * Tool calls that a chat body comes to: those that its messages hold, asked for or answered, and one more where it offers
 * tools. `text`: the body as Latin-1. Messages are parsed only where they may hold a call.
 */
export const toolCallsOf = (body: Buffer, text: string, members: StrictMembers<string>): number => {
  const offers = OFFERS.some((name) => {
    const span = members.lastSpan(name);
    return span !== null && !NONE.test(text.slice(span.start, span.end));
  });
  const messages = MAY_CALL.test(text) ? members.lastSpan("messages") : null;
  return (offers ? 1 : 0) + (messages === null ? 0 : callsIn(body, messages));
};

/** The larger of what was asked for and what was answered: a caller leaves out either. */
const callsIn = (body: Buffer, { start, end }: Span): number => {
  const messages: unknown = JSON.parse(body.toString("utf8", start, end));
  if (!Array.isArray(messages)) return 0;
  let [asked, answered] = [0, 0];
  for (const message of messages as readonly (Readonly<Record<string, unknown>> | null)[]) {
    asked += Array.isArray(message?.tool_calls) ? message.tool_calls.length : 0;
    asked += message?.function_call == null ? 0 : 1;
    answered += message?.role === "tool" || message?.role === "function" ? 1 : 0;
  }
  return Math.max(asked, answered);
};
