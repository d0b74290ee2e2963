import type { BudgetV1 } from "@socle/contracts";
import { afterEach, expect, it, vi } from "vitest";
import { aDeployment, InferenceScene } from "../../../test/builders/inference-scene.js";
import { answering } from "../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const PERIOD = { periodStart: Date.now() - 1_000, periodEnd: Date.now() + 3_600_000 };
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":600}}';
const ASK = { model: "model", max_tokens: 600, messages: [{ role: "user", content: "hi" }] };

/** One place; a request runs, two wait, and the budget has nothing left for a fourth. */
const twoWait = async (onExhaust: BudgetV1["onExhaust"]): Promise<InferenceScene> => {
  const budget = { id: "budget", nodeId: "ministry", unit: "token", amount: 3_000, period: "day" } as const;
  const opened = await InferenceScene.start({
    snapshot: (base) => ({
      ...base,
      budgets: [{ ...budget, ...PERIOD, onExhaust }],
      allocations: [
        {
          id: "right",
          poolId: "pool",
          nodeId: "ministry",
          nominal: 2,
          guarantee: 2,
          lendLimit: null,
          borrowLimit: null,
          weight: 1,
        },
      ],
      deployments: base.deployments.map(({ endpoints, profile }) =>
        aDeployment({ endpoints, profile: { ...profile, maxSequences: 1 } }),
      ),
    }),
  });
  scene = opened;
  const now = performance.now();
  const lease = { budgetId: "budget", ...PERIOD, granted: 3_000, left: 0, expiresInMs: 60_000 };
  opened.book.apply([lease], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
  opened.model().play(() => undefined);
  for (const count of [1, 2, 3]) {
    opened.chat(ASK).catch(() => undefined);
    await vi.waitFor(() => expect(opened.core.running()).toBe(count));
  }
  await vi.waitFor(() => expect(opened.model().calls).toHaveLength(1));
  return opened;
};

/** Ends the answer of the n-th request that the server got. */
const end = async (opened: InferenceScene, at: number): Promise<void> => {
  await vi.waitFor(() => expect(opened.model().calls.length).toBeGreaterThan(at));
  const call = opened.model().calls[at];
  if (call !== undefined) answering(200, ANSWER)(call);
  await vi.waitFor(async () => expect(await opened.records()).toHaveLength(at + 1));
};

it("runs who waits, while a budget that throttles has nothing left, only once its guarantee is refilled", async () => {
  const opened = await twoWait("throttle_to_guarantee");
  // Four GPU-seconds each, of a guarantee of two that evens out over three: with the second it is used up for a while.
  await end(opened, 0);
  await end(opened, 1);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(opened.model().calls).toHaveLength(2);
  expect(opened.activity.report(1)[0]?.waiting).toBe(1);
  await vi.waitFor(() => expect(opened.model().calls).toHaveLength(3), { timeout: 10_000 });
}, 20_000);

it("runs it at once when the budget only warns", async () => {
  const opened = await twoWait("warn");
  await end(opened, 0);
  await end(opened, 1);
  await vi.waitFor(() => expect(opened.model().calls).toHaveLength(3));
}, 20_000);
