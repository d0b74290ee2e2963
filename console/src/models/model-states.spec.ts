import { describe, expect, it } from "vitest";
import { foundModels, MODEL_LIFE, MODEL_VIEWS } from "./model-states";

const model = (name: string, state: (typeof MODEL_LIFE)[number], aliases: readonly string[] = []) => ({
  name,
  state,
  aliases: [...aliases],
  publisher: "Éditeur",
  licence: "Apache-2.0",
});
const rows = [model("redaction-24b", "APPROVED", ["assistant"]), model("ancien-7b", "DEPRECATED")];

describe("foundModels", () => {
  it("finds a role by its name, whatever the accents and the case", () => {
    expect(foundModels(rows, "all", "ASSISTANT editeur").map(({ name }) => name)).toEqual(["redaction-24b"]);
  });
  it("keeps to the view", () => {
    expect(foundModels(rows, "ending", "").map(({ name }) => name)).toEqual(["ancien-7b"]);
    expect(foundModels(rows, "study", "")).toEqual([]);
  });
});

describe("views", () => {
  it("leave no state out: all is the others together", () => {
    const others = [...MODEL_VIEWS.served, ...MODEL_VIEWS.study, ...MODEL_VIEWS.closed];
    expect([...others].sort()).toEqual([...MODEL_VIEWS.all].sort());
  });
});
