import { describe, expect, it } from "vitest";
import { aDeployment } from "../../../../test/builders/inference-scene.js";
import { pickEndpoint } from "../../endpoint-picker/pick-endpoint.js";
import { predictedProfile } from "../../endpoint-picker/predicted-profile.js";
import { createFleet } from "../../fleet/fleet.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import { silentTelemetry } from "../../kernel/telemetry.port.js";
import { chat } from "../operations/chat.js";
import { BLOCK_BYTES } from "./prompt-blocks.js";
import { EngineStay, explainScores } from "./engine-stay.js";

const scene = () => {
  const deployment = aDeployment({ id: "d1" });
  const placed = (id: string): PlacedEndpoint => ({
    endpoint: { id, url: `http://${id}.invalid`, apiKeyVariable: null, simulated: true },
    deployment,
    pool: { id: "pool" } as PlacedEndpoint["pool"],
  });
  const fleet = createFleet(silentTelemetry, { clock: { monotonic: () => 0 } });
  fleet.follow({ endpoints: new Map(["a", "b"].map((id) => [id, placed(id)])) });
  const stay = (organisation: string, content: string, over: object = {}): EngineStay => {
    const body = Buffer.from(
      JSON.stringify({ model: "m", stream: true, messages: [{ role: "user", content }], ...over }),
    );
    const read = chat.read(body, "application/json");
    if (!read.ok) throw new Error("unexpected");
    return new EngineStay(fleet, read.ask, organisation, { secret: 7 }, [{ id: "d1", servedName: "m" }]);
  };
  return { fleet, stay };
};
const LONG = "word ".repeat(2 * BLOCK_BYTES);

describe("a request's stay on an endpoint", () => {
  it("brings the next one of its organisation back to the same endpoint, and no other organisation's", () => {
    const { fleet, stay } = scene();
    const first = stay("finance", LONG);
    first.started("b", "d1");
    first.firstByte();
    first.finished("b", "good", { inputTokens: 10, outputTokens: 10 });
    const pickedFor = (organisation: string): [string, readonly (number | undefined)[]] => {
      const request = stay(organisation, `${LONG} and more`).asked("d1", [], false);
      const result = pickEndpoint(predictedProfile, fleet.view(["d1"]), request);
      if (!result.ok) throw new Error("unexpected");
      const scores = explainScores(result.scores, request);
      return [result.endpoint.endpointId, scores.map(({ uncachedTokens }) => uncachedTokens)];
    };
    const [same, uncached] = pickedFor("finance");
    expect(same).toBe("b");
    expect(uncached[1]).toBeLessThan((uncached[0] ?? 0) / 2);
    expect(pickedFor("health")[1]).toEqual([uncached[0], uncached[0]]);
  });

  it("explains each endpoint's score in milliseconds", () => {
    const { fleet, stay } = scene();
    const request = stay("finance", "x".repeat(4_000)).asked("d1", [], false);
    const result = pickEndpoint(predictedProfile, fleet.view(["d1"]), request);
    if (!result.ok) throw new Error("unexpected");
    const [score] = explainScores(result.scores, request);
    // About 1,010 tokens at 0.1 ms and one step of 20 ms.
    expect(score?.predictedFirstTokenMs).toBeCloseTo((request.promptTokens ?? 0) * 0.1 + 20, 1);
    expect(score?.score).toBeCloseTo(-(score?.predictedFirstTokenMs ?? 0) / 1000, 4);
    expect(score?.memoryWaitMs).toBe(0);
  });

  it("counts the tools as the beginning of the prompt", () => {
    const { stay } = scene();
    const blocksOf = (tools: string, content = LONG) =>
      stay("finance", content, { tools: [{ type: "function", function: { name: tools } }] }).asked("d1", [], false)
        .blocks;
    const padded = (name: string) => name.padEnd(BLOCK_BYTES, "x");
    expect(blocksOf(padded("search"))).toEqual(blocksOf(padded("search")));
    const [same, other] = [blocksOf(padded("search")), blocksOf(padded("fetch"))];
    expect(same?.filter((hash) => other?.includes(hash))).toEqual([]);
    expect(blocksOf(padded("search"), `${LONG} and more`)?.[0]).toBe(same?.[0]);
    const without = stay("finance", LONG).asked("d1", [], false);
    const tools = stay("finance", LONG, { tools: [padded("search")] }).asked("d1", [], false);
    expect(tools.promptTokens).toBeGreaterThan((without.promptTokens ?? 0) + BLOCK_BYTES / 4);
  });
});
