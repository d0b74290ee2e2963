/**
 * How far a request has come. `received`: its key, its body and the rules are looked at. `admitted`: rules let it through,
 * its ceilings are being reserved. `waiting`: what it may use is reserved, it seeks a place. `dispatched`: a model server
 * has it. `streaming`: its caller has the head of an answer that goes on as it comes. `closed`: what it held is settled, its
 * record is written, then its answer ends.
 */
export type LifeState = "received" | "admitted" | "waiting" | "dispatched" | "streaming" | "closed";

/** What may follow; one that was cut waits again. */
const NEXT: Readonly<Record<LifeState, readonly LifeState[]>> = {
  received: ["admitted", "closed"],
  admitted: ["waiting", "closed"],
  waiting: ["dispatched", "closed"],
  dispatched: ["waiting", "streaming", "closed"],
  streaming: ["closed"],
  closed: [],
};

/** The next state; throws where a life cannot go that way. */
export const next = (from: LifeState, to: LifeState): LifeState => {
  if (!NEXT[from].includes(to)) throw new Error(`a request that is ${from} cannot be ${to} next`);
  return to;
};
