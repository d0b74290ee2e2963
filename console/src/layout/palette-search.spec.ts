import { describe, expect, it } from "vitest";
import { foundCommands } from "./palette-search";

const commands = [
  { label: "Cas d’usage", path: "/use-cases" },
  { label: "Réponse aux courriers", path: "/use-cases/1/show" },
  { label: "Réponse aux courriers", path: "/use-cases/1/show" },
];

describe("command palette", () => {
  it("ignores accents and case and wants every word", () => {
    expect(foundCommands(commands, "REPONSE cour").map((command) => command.path)).toEqual(["/use-cases/1/show"]);
    expect(foundCommands(commands, "réponse usage")).toEqual([]);
  });
  it("offers everything once when nothing is typed", () => {
    expect(foundCommands(commands, "")).toHaveLength(2);
  });
});
