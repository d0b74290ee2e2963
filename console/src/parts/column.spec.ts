import { describe, expect, it } from "vitest";
import { column } from "./column";

interface Tool {
  readonly name: string;
  readonly agents: number;
}
const tool: Tool = { name: "Résumeur", agents: 1200 };

describe("a column of one value", () => {
  it("shows it, as it is or in words, and exports it raw", () => {
    const raw = column<Tool, number>("agents", "Agents", "agent_count", (row) => row.agents);
    const worded = column<Tool, number>("agents", "Agents", "agent_count", (row) => row.agents, {
      show: (agents) => `${String(agents / 1000)} milliers`,
      numeric: true,
    });
    expect(raw.cell(tool)).toBe(1200);
    expect(worded.cell(tool)).toBe("1.2 milliers");
    expect(worded.numeric).toBe(true);
    for (const one of [raw, worded]) expect([one.csv?.header, one.csv?.value(tool)]).toEqual(["agent_count", 1200]);
  });

  it("sorts only where it is said, by the value", () => {
    const name = (row: Tool): string => row.name;
    expect(column<Tool, string>("name", "Nom", "name", name).sortBy).toBeUndefined();
    expect(column<Tool, string>("name", "Nom", "name", name, { sorts: true }).sortBy?.(tool)).toBe("Résumeur");
  });
});
