import { fileURLToPath } from "node:url";
import type { SnapshotV1 } from "@socle/contracts";
import { loadPolicyFiles } from "@socle/policies";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene } from "../../../../test/builders/inference-scene.js";
import { policyBundle } from "../../../../test/builders/snapshot.builder.js";
import { DECLARED, FRENCH, OURS } from "../../../../test/builders/standing.builder.js";
import { answering } from "../../../../test/fakes/model-server.js";

const POLICIES = fileURLToPath(new URL("../../../../policies", import.meta.url));
const CHAT = { model: "model", messages: [{ role: "user", content: "hi" }], max_tokens: 5000 };

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

/** The rules in force over the usual scene; `accepts` are the labels of its pools. */
const under =
  (labels: SnapshotV1["pools"][number]["acceptedLabels"]) =>
  (base: SnapshotV1): SnapshotV1 => ({
    ...base,
    pools: base.pools.map((pool) => ({ ...pool, acceptedLabels: labels, hosting: "commercial", standing: FRENCH })),
    useCases: base.useCases.map((useCase) => ({ ...useCase, labels, standing: DECLARED })),
    models: base.models.map((model) => ({ ...model, provenance: OURS })),
    policies: policyBundle(...loadPolicyFiles(POLICIES)),
  });

describe("the rules in force, over HTTP", () => {
  it("refuse with the three rules that forbid, their texts and what would lift them", async () => {
    scene = await InferenceScene.start({ snapshot: under(["special_category", "sren31", "personal"]) });
    const response = await scene.chat(CHAT);
    const { error } = (await response.json()) as {
      error: {
        details: { pools: { reasons: { rule: string; fr: string; legal: { text: string }[]; remedy: unknown }[] }[] };
      };
    };
    expect(response.status).toBeGreaterThanOrEqual(400);
    const reasons = error.details.pools[0]?.reasons ?? [];
    const rules = ["sovereignty/sren31-secnumcloud", "data-protection/special-category-dpia"];
    expect(reasons.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([...rules, "data-protection/processing-record"]),
    );
    expect(reasons.every(({ fr, legal, remedy }) => fr !== "" && legal[0]?.text !== "" && remedy !== null)).toBe(true);
  });

  it("refuse a request that prepares a decision and does not name it, and record the name that it gives", async () => {
    const prepares = (base: SnapshotV1): SnapshotV1 => ({
      ...under(["public"])(base),
      useCases: base.useCases.map((useCase) => ({
        ...useCase,
        labels: ["public"],
        standing: { ...DECLARED, decisionRole: "prepare" },
      })),
    });
    scene = await InferenceScene.start({ snapshot: prepares });
    const said = async (reference: string | null) => {
      scene?.model().play(answering(200, '{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}'));
      const headers: Record<string, string> = reference === null ? {} : { "x-decision-ref": reference };
      const response = await scene?.chat({ ...CHAT, max_tokens: 10 }, { headers });
      const body = await response?.text();
      return [response?.status, /decision\.unreferenced/.exec(body ?? "")?.[0] ?? null];
    };
    expect(await said(null)).toEqual([403, "decision.unreferenced"]);
    expect(await said("Madame Martin, dossier 12")).toEqual([403, "decision.unreferenced"]);
    expect(await said("CAF/2026-118.4")).toEqual([200, null]);
    const asked = (await scene.records()).map(({ decision }) => decision.asked?.decisionRef);
    expect(asked).toEqual([undefined, undefined, "CAF/2026-118.4"]);
  });

  it("let an agent call tools as often as its use case says, and no more", async () => {
    const calls = (base: SnapshotV1): SnapshotV1 => ({
      ...under(["public"])(base),
      useCases: base.useCases.map((useCase) => ({
        ...useCase,
        labels: ["public"],
        standing: { ...DECLARED, toolCallLimit: 2 },
      })),
    });
    scene = await InferenceScene.start({ snapshot: calls });
    const turn = async (made: number, offers = true) => {
      scene?.model().play(answering(200, '{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}'));
      const answers = Array.from({ length: made }, (_, at) => ({ role: "tool", tool_call_id: `c${at}`, content: "4" }));
      const tools = offers ? { tools: [{ type: "function", function: { name: "f" } }] } : {};
      const messages = [...CHAT.messages, ...answers];
      const response = await scene?.chat({ ...CHAT, max_tokens: 10, messages, ...tools }, {});
      const body = await response?.text();
      return response?.ok === true ? "served" : /"tools.beyond_limit"/.exec(body ?? "")?.[0];
    };
    expect([await turn(0), await turn(1)]).toEqual(["served", "served"]);
    expect(await turn(2)).toBe('"tools.beyond_limit"');
    expect(await turn(2, false)).toBe("served");
    expect(await turn(3, false)).toBe('"tools.beyond_limit"');
    const asked = (await scene.records()).map(({ decision }) => decision.asked?.toolCalls);
    expect(asked).toEqual([1, 2, 3, 2, 3]);
  });

  it("bring a maximum down to the use case's, and say so in a header", async () => {
    scene = await InferenceScene.start({ snapshot: under(["public"]) });
    scene.model().play(answering(200, '{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}'));
    const response = await scene.chat(CHAT);
    expect([response.status, response.headers.get("x-socle-notices")]).toEqual([200, "output.clamped"]);
  });
});
