import { expect, it } from "vitest";
import { next } from "./life-state.js";
import type { LifeState } from "./life-state.js";

const STATES: readonly LifeState[] = ["received", "admitted", "waiting", "dispatched", "streaming", "closed"];

const follows = (from: LifeState): readonly LifeState[] =>
  STATES.filter((to) => {
    try {
      return next(from, to) === to;
    } catch {
      return false;
    }
  });

it("ends from everywhere, once", () => {
  for (const state of STATES) expect(follows(state).includes("closed"), state).toBe(state !== "closed");
  expect(follows("closed")).toEqual([]);
});

it("goes back only from a server that has given nothing, to wait again", () => {
  const back = STATES.flatMap((from, at) =>
    follows(from).flatMap((to) => (STATES.indexOf(to) < at ? [[from, to]] : [])),
  );
  expect(back).toEqual([["dispatched", "waiting"]]);
});

it("names both states when a life cannot go that way", () => {
  expect(() => next("streaming", "waiting")).toThrow("streaming cannot be waiting");
});
