import { describe, expect, it } from "vitest";
import { aDecision, asEarlier, aRecord, aUsage } from "../../../../../test/builders/request-record.builder.js";
import { parseUsageBatch } from "./usage-batch.schema.js";

const served = aRecord(6);
const EARLIER = asEarlier(aUsage(aDecision()));
const batchOf = (...records: readonly unknown[]) => ({ replica: "r1", epoch: 1, records });

describe("parseUsageBatch", () => {
  it("keeps records whole, fields it does not know included", () => {
    const batch = batchOf(served, { ...aRecord(7, {}, null), later: true });
    expect(parseUsageBatch(batch)).toEqual({ ok: true, batch });
  });

  it("reads what an earlier scheduler left in its spool as what it is now", () => {
    const quantities = { ...served.usage?.quantities, queueMicroSeconds: 1_500 };
    const usage = aUsage(served.decision, { quantities });
    expect(parseUsageBatch(batchOf({ ...served, usage: asEarlier(usage) }))).toEqual({
      ok: true,
      batch: batchOf({ ...served, usage }),
    });
  });

  it("takes a quantity that only a newer scheduler knows", () => {
    const batch = batchOf({ ...served, usage: { ...served.usage, quantities: { inputTokens: 1, later: 2 } } });
    expect(parseUsageBatch(batch)).toEqual({ ok: true, batch });
  });

  it("takes an endpoint that is a pod found in a cluster", () => {
    const endpoint = { ...served.decision.endpoint, endpointId: "paris/models/0b6f0c9e-61b1-4d55-8c0e-5a2f7f1b9d3e" };
    const batch = batchOf({ ...served, decision: { ...served.decision, endpoint } });
    expect(parseUsageBatch(batch).ok).toBe(true);
  });

  it.each([
    [{ ...served, decision: { ...served.decision, at: "noon" } }, 6, "decision.at"],
    [{ ...served, usage: { ...served.usage, quantities: { inputTokens: -1 } } }, 6, "usage.quantities.inputTokens"],
    [
      { ...served, usage: { ...served.usage, quantities: { costMicroEuro: 0.5 } } },
      6,
      "usage.quantities.costMicroEuro",
    ],
    [{ ...served, usage: { ...served.usage, quantities: undefined } }, 6, "usage.quantities"],
    [{ ...served, usage: { ...EARLIER, inputTokens: 1.5 } }, 6, "usage.quantities.inputTokens"],
    [{ ...served, usage: { ...EARLIER, kWh: "much" } }, 6, "usage.quantities.nanoKWh"],
    [{ ...served, usage: { ...served.usage, useCaseId: "nobody" } }, 6, "usage.useCaseId"],
    [{ ...served, usage: undefined }, 6, "usage"],
    ["not a record", 0, ""],
  ])("names the sequence and the place of what is wrong", (record, sequence, place) => {
    const parsed = parseUsageBatch(batchOf(aRecord(5), record));
    expect(parsed).toMatchObject({ ok: false, fault: { kind: "MalformedRecord", sequence } });
    if (!parsed.ok) expect(parsed.fault.message.startsWith(`${place}: `)).toBe(true);
  });

  it("refuses what is no batch", () => {
    expect(parseUsageBatch(null)).toMatchObject({ ok: false, fault: { sequence: 0 } });
    expect(parseUsageBatch({ replica: "r1", epoch: 1 })).toMatchObject({ ok: false, fault: { sequence: 0 } });
  });
});
