import type { Caller, Outcome } from "./caller.ts";
import { fillerPrompt, type TraceRequest } from "./trace.ts";

/** An application that takes part, and what it saw. */
export interface Participant {
  /** Name of the application in the registry. */
  readonly application: string;
  readonly applicationId: string;
  readonly ministry: string;
  readonly caller: Caller;
  readonly outcomes: Outcome[];
}

/** Tokens of a chat message beside its text, as the engine simulator renders it. */
export const MESSAGE_TOKENS = 3;

/**
 * Replays a trace in open loop, `compression` times as fast as it was recorded, its requests dealt to the participants
 * in turn.
 */
export async function replayTrace(
  trace: readonly TraceRequest[],
  participants: readonly Participant[],
  compression: number,
): Promise<void> {
  const start = performance.now();
  const under = trace.map(async (request, index) => {
    const wait = Math.max(0, start + request.at / compression - performance.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    const participant = participants[index % participants.length] as Participant;
    const prompt = fillerPrompt(Math.max(1, request.inputTokens - MESSAGE_TOKENS), index + 1);
    participant.outcomes.push(await participant.caller.call(prompt, request.outputTokens));
  });
  await Promise.all(under);
}
