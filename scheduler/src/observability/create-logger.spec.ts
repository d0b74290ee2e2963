import { describe, expect, it } from "vitest";
import { createLogger } from "./create-logger.js";

function logging(level: "info" | "error") {
  const lines: string[] = [];
  const logger = createLogger({ level, replica: "replica-1" }, { write: (line) => void lines.push(line) });
  return { logger, lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe("the logger", () => {
  it("writes one JSON line an event, with its name, level, time and fields", () => {
    const { logger, lines } = logging("info");
    logger.info("listening", { port: 8080 });
    expect(lines()).toMatchObject([{ level: "info", event: "listening", port: 8080, service: "scheduler" }]);
    expect(String(lines()[0]?.["time"])).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
  });

  it("keeps to its level", () => {
    const { logger, lines } = logging("error");
    logger.info("a");
    logger.warn("b");
    logger.error("c");
    expect(lines().map((line) => line["event"])).toEqual(["c"]);
  });

  it("writes no secret that is passed by mistake", () => {
    const { logger, lines } = logging("info");
    logger.warn("odd", { authorization: "Bearer sk-1", request: { prompt: "sk-2", messages: ["sk-3"] } });
    expect(JSON.stringify(lines())).not.toMatch(/sk-/);
  });
});
