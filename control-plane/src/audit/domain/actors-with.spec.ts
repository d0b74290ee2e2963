import { describe, expect, it } from "vitest";
import { actorsWith } from "./actors-with.js";

const elise = { actor: "1", name: "Élise Œuvrard" };
const camille = { actor: "2", name: "Camille Roux" };
const rules = { actor: "system:rules", name: null };
const all = [camille, elise, rules];

describe("actorsWith", () => {
  it.each([
    ["", all],
    ["  ", all],
    ["elise", [elise]],
    ["OEUV éli", [elise]],
    ["system", [rules]],
    ["camille elise", []],
    ["…", []],
  ])("finds by %j", (search, found) => {
    expect(actorsWith(all, search)).toEqual(found);
  });
});
