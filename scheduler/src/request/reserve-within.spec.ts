import type { Amounts, BudgetV1, LimitV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { aScene, KEY } from "../../../test/builders/inference-scene.js";
import { judge } from "../admission/admit.js";
import { settle } from "../admission/budgets/reserve.js";
import { createLocalShares } from "../admission/limits/local-shares.js";
import { DEFAULT_LIMITS } from "../config/scheduler-config.js";
import { hashKey } from "../identity/identify.js";
import { createLeaseBook } from "../kernel/lease/lease-book.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { reserveWithin } from "./reserve-within.js";

const DAY = 86_400_000;
const LEASE_MS = 30_000;
const period = { period: "day", periodStart: 0, periodEnd: DAY } as const;
const hard: BudgetV1 = { id: "hard", nodeId: "use-case", unit: "token", amount: 100_000, ...period };
const soft: BudgetV1 = { ...hard, id: "soft", hard: false };
const rpm: LimitV1 = { id: "rpm", nodeId: "ministry", kind: "rpm", value: 6 };

/** A replica whose clocks the test moves, before a control plane that answers after `delayMs`, or never. */
class Replica {
  readonly book = createLeaseBook();
  now = 1_000_000;
  wallNow = 1_700_000_000_000;
  delayMs: number | null = 0;
  calls = 0;
  private readonly shares = createLocalShares();

  constructor(
    private readonly ceilings: { readonly budgets?: readonly BudgetV1[]; readonly limits?: readonly LimitV1[] },
    private readonly ids: readonly string[],
    private readonly replicas = 2,
  ) {}

  /** One answered lease call: a block of each ceiling, to the end of its period by the control plane's clock. */
  heard(endsInMs = DAY): void {
    const sentAt = this.now - (this.delayMs ?? 0);
    const grants = this.ids.map((budgetId) => {
      const periodEnds = { periodStart: 0, periodEnd: DAY, periodEndsInMs: endsInMs };
      return { budgetId, granted: 10_000, left: 50_000, expiresInMs: LEASE_MS, ...periodEnds };
    });
    const { now, wallNow, replicas } = this;
    this.book.apply(grants, { sentAt, monotonicNow: now, wallNow, replicas });
  }

  async ask() {
    const source = aScene([{ url: "http://127.0.0.1:1" }], this.ceilings);
    const bundle = compileBundle(source.policies.files);
    if (!bundle.ok) throw new Error("the rules do not compile");
    const compiled = compileSnapshot(source, bundle.bundle);
    const caller = compiled.callers.get(hashKey(KEY));
    if (caller === undefined) throw new Error("the key is not known");
    const asked = {
      model: "model",
      stream: false,
      sequences: 1,
      outputParam: "max_tokens",
      servedBy: null,
      maxOutputTokens: 100,
      textBytes: 200,
      beyondText: false,
    };
    const judged = judge(
      compiled,
      caller,
      { ...asked, labelsHeader: null, decisionRef: null, toolCalls: 0 },
      Date.now(),
    );
    if (!judged.ok) throw new Error(judged.refusal.message);
    const parts = {
      book: this.book,
      shares: this.shares,
      queue: { shares: () => undefined } as never,
      clock: { monotonic: () => this.now, wall: () => this.wallNow },
      limits: { ...DEFAULT_LIMITS, leaseWaitMs: 2_500 },
      supply: {
        refill: (timeoutMs: number) => {
          this.calls += 1;
          const answered = this.delayMs !== null && this.delayMs <= timeoutMs;
          this.now += answered ? (this.delayMs ?? 0) : timeoutMs;
          if (answered) this.heard();
          return Promise.resolve(answered);
        },
      },
    };
    const outcome = await reserveWithin(parts, caller, judged.candidate, () => false);
    if (outcome === null) throw new Error("nobody left");
    const end = (used: Amounts | null = null) =>
      outcome.kind === "reserved" ? settle(parts, outcome.reservation, used) : undefined;
    return { code: outcome.kind === "reserved" ? "ok" : outcome.refusal.code, outcome, end };
  }
}

describe("control plane dead for longer than the leases", () => {
  const silent = (replica: Replica): Replica => {
    replica.heard();
    replica.delayMs = null;
    replica.now += LEASE_MS + 1_000;
    return replica;
  };

  it("serves from what it holds until the lease ends, without asking anybody", async () => {
    const replica = new Replica({ budgets: [hard] }, ["hard"]);
    replica.heard();
    replica.delayMs = null;
    replica.now += LEASE_MS - 1_000;
    expect([(await replica.ask()).code, replica.calls]).toEqual(["ok", 0]);
  });

  it("then refuses under a hard ceiling, and says that no lease is left", async () => {
    const replica = silent(new Replica({ budgets: [hard] }, ["hard"]));
    expect((await replica.ask()).code).toBe("budget.lease_expired");
  });

  it("lets soft budgets go on at once, without waiting for an answer", async () => {
    const replica = silent(new Replica({ budgets: [soft] }, ["soft"]));
    expect([(await replica.ask()).code, replica.calls]).toEqual(["ok", 0]);
  });

  it("never lets all replicas together pass a rate limit: each has its share by the number last heard", async () => {
    const replica = silent(new Replica({ limits: [rpm] }, ["rpm"], 2));
    const codes = [];
    for (let request = 0; request < 5; request += 1) codes.push((await replica.ask()).code);
    expect(codes).toEqual(["ok", "ok", "ok", "rate.exceeded", "rate.exceeded"]);
    replica.now += 60_000;
    expect((await replica.ask()).code).toBe("ok");
  });

  it("refuses a hard rate limit", async () => {
    const replica = silent(new Replica({ limits: [{ ...rpm, hard: true }] }, ["rpm"]));
    expect((await replica.ask()).code).toBe("budget.lease_expired");
  });
});

describe("PostgreSQL slow", () => {
  it("makes a request wait for its first lease, within bounds, and none that a lease covers", async () => {
    const replica = new Replica({ budgets: [hard] }, ["hard"]);
    replica.delayMs = 2_000;
    expect([(await replica.ask()).code, replica.calls]).toEqual(["ok", 1]);
    expect([(await replica.ask()).code, replica.calls]).toEqual(["ok", 1]);
  });

  it("never lengthens a lease: its end counts from the sending of the call", async () => {
    const replica = new Replica({ budgets: [hard] }, ["hard"]);
    replica.delayMs = 2_000;
    await replica.ask();
    replica.delayMs = null;
    replica.now += LEASE_MS - 2_000;
    expect((await replica.ask()).code).toBe("budget.lease_expired");
  });
});

describe("wall clock that jumps", () => {
  it.each([-400 * DAY, 400 * DAY])("by %d ms: leases, periods and charges stay as they are", async (jump) => {
    const replica = new Replica({ budgets: [hard] }, ["hard"]);
    replica.heard(600_000);
    replica.wallNow += jump;
    const { code, end } = await replica.ask();
    expect(code).toBe("ok");
    expect(end({ requests: 1, outputTokens: 30 })).toEqual([{ ceilingId: "hard", periodStart: 0, amount: 30 }]);
    replica.heard(600_000 - 1);
    expect(replica.book.outlook("hard", replica.now)?.endsInMs).toBe(600_000 - 1);
    expect((await replica.ask()).code).toBe("ok");
  });

  it("ends a period by the control plane's clock, whatever the replica's says", async () => {
    const replica = new Replica({ budgets: [hard] }, ["hard"]);
    replica.heard(5_000);
    replica.wallNow -= DAY;
    replica.now += 5_000;
    replica.delayMs = null;
    expect((await replica.ask()).code).toBe("budget.lease_expired");
  });
});

describe("a used-up budget", () => {
  const used = (onExhaust: BudgetV1["onExhaust"]) => {
    const replica = new Replica({ budgets: [{ ...hard, onExhaust }] }, []);
    const grant = { budgetId: "hard", granted: 1, left: 0, expiresInMs: LEASE_MS, periodStart: 0, periodEnd: DAY };
    replica.book.apply([grant], { sentAt: replica.now, monotonicNow: replica.now, wallNow: 0 });
    return replica;
  };

  it("blocks, lets run, or throttles to what is guaranteed, as it says", async () => {
    expect((await used("block").ask()).code).toBe("budget.exceeded");
    expect((await used("warn").ask()).code).toBe("ok");
    const throttled = await used("throttle_to_guarantee").ask();
    expect(throttled.outcome).toMatchObject({
      kind: "refused",
      refusal: { code: "budget.exceeded", details: { throttledToGuarantee: true } },
    });
  });
});
