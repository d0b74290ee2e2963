import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { RequestRecordV1, UsageBatchV1 } from "@socle/contracts";
import { aRecord, RECORD_IDS } from "../../../../test/builders/request-record.builder.js";
import type { Context } from "../../kernel/use-case.js";
import { amountsOf, sumAmounts } from "../domain/record-amounts.js";
import { ingestUsage } from "../use-cases/ingest-usage.js";
import { reportUsage } from "../use-cases/report-usage.js";
import type { OrganisationTree } from "./organisation-tree.port.js";
import type { RequestCatalogue } from "./request-catalogue.port.js";
import type { UsageLedger } from "./usage-ledger.port.js";
import type { SettledCharge } from "./usage-settlement.port.js";

/** The State, two ministries, and a direction under the first; an empty ledger. */
export interface LedgerWorld {
  readonly root: string;
  readonly interior: string;
  readonly police: string;
  readonly justice: string;
  readonly ledger: UsageLedger;
  readonly catalogue: RequestCatalogue;
  readonly tree: OrganisationTree;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const DAY = { fromDay: "2026-03-10", toDay: "2026-03-10" };
const NOON = Date.UTC(2026, 2, 10, 11);

/** What every ledger must do. */
export function usageLedgerBehaviour(adapter: string, makeWorld: () => Promise<LedgerWorld>): void {
  describe(`ledger on ${adapter}`, () => {
    let world: LedgerWorld;
    let settled: SettledCharge[];
    beforeEach(async () => {
      world = await makeWorld();
      settled = [];
    });

    const ingest = (records: readonly RequestRecordV1[], over: Partial<UsageBatchV1> = {}) =>
      world.run((ctx) =>
        ingestUsage({
          ...world,
          settle: (_ctx, _replica, _epoch, charges) => {
            settled.push(...charges);
            return Promise.resolve();
          },
        })(ctx, { replica: "r1", epoch: 1, records, ...over }),
      );
    const of = (organisationId: string, sequence: number, at = NOON) =>
      aRecord(sequence, { organisationId, at }, { organisationId });
    const naming = (organisationId: string, sequence: number, at: number) =>
      aRecord(
        sequence,
        { organisationId, at, asked: { labels: [], maxOutputTokens: 10, decisionRef: "CAF/2026-118" } },
        { organisationId },
      );
    const totals = (fromRecords = false) => world.run((ctx) => world.ledger.totals(ctx, fromRecords));

    it("counts what was used, in the records and in the roll-ups alike", async () => {
      const records = [
        of(world.police, 1),
        aRecord(2, { outcome: "refused", code: "policy.denied", status: 403 }, null),
      ];
      expect(await ingest(records)).toEqual({ highWater: 2 });
      const expected = {
        requests: 2,
        refused: 1,
        inputTokens: 100,
        cachedInputTokens: 40,
        outputTokens: 20,
        costMicroEuro: 55,
        gpuMicroSeconds: 123_456,
        nanoKWh: 1234,
        nanoKgCO2eq: 56,
      };
      expect(await totals()).toEqual({ amounts: expected, newest: new Date(NOON) });
      expect(await totals(true)).toEqual({ amounts: expected, newest: new Date(NOON) });
      expect(settled).toMatchObject([
        { amounts: { inputTokens: 100, outputTokens: 20, costMicroEuro: 55 }, organisationId: world.police },
      ]);
    });

    it("counts a batch sent twice once, and takes what is new in an overlapping one", async () => {
      await ingest([of(world.police, 1), of(world.police, 2)]);
      expect(await ingest([of(world.police, 1), of(world.police, 2)])).toEqual({ highWater: 2 });
      expect(await ingest([of(world.police, 2), of(world.police, 3)])).toEqual({ highWater: 3 });
      expect((await totals()).amounts.requests).toBe(3);
      expect(settled).toHaveLength(3);
    });

    it("names the sequence it expects when records are missing, and keeps nothing of the batch", async () => {
      await ingest([of(world.police, 1)]);
      expect(await ingest([of(world.police, 3)])).toEqual({ kind: "Gap", expected: 2 });
      expect((await totals()).amounts.requests).toBe(1);
    });

    it("passes over what a replica set aside, and counts it once when it comes after all", async () => {
      await ingest([of(world.police, 1)]);
      expect(await ingest([of(world.police, 4)], { setAside: [2, 3, 5] })).toEqual({ highWater: 5 });
      expect(await ingest([of(world.police, 4)], { setAside: [2, 3, 5] })).toEqual({ highWater: 5 });
      expect(await ingest([of(world.police, 6), of(world.police, 8)], { setAside: [5] })).toMatchObject({
        sequence: 8,
      });
      expect((await totals()).amounts.requests).toBe(2);
      for (const sequence of [3, 3, 5, 1]) expect(await ingest([of(world.police, sequence)])).toEqual({ highWater: 5 });
      expect(await ingest([of(world.police, 4)], { setAside: [2, 3, 5] })).toEqual({ highWater: 5 });
      expect(await ingest([of(world.police, 3)])).toEqual({ highWater: 5 });
      expect(await ingest([of(world.police, 6), of(world.police, 7)])).toEqual({ highWater: 7 });
      expect((await totals(true)).amounts.requests).toBe(6);
      expect(settled).toHaveLength(6);
    });

    it("counts each life of a replica by itself", async () => {
      await ingest([of(world.police, 1)]);
      const again = aRecord(1, {}, {}, { replica: "r1", epoch: 2 });
      expect(await ingest([again], { replica: "r1", epoch: 2 })).toEqual({ highWater: 1 });
      expect((await totals()).amounts.requests).toBe(2);
    });

    it("refuses a batch with a record out of place, by its sequence", async () => {
      const stranger = aRecord(2, {}, {}, { replica: "r2", epoch: 1 });
      expect(await ingest([of(world.police, 1), stranger])).toMatchObject({ kind: "MalformedRecord", sequence: 2 });
      expect(await ingest([of(world.police, 1), of(world.police, 3)])).toMatchObject({
        kind: "MalformedRecord",
        sequence: 3,
      });
      expect((await totals()).amounts).toEqual({});
    });

    it("counts callers nobody knows, and organisations that are gone, under the State", async () => {
      const unknown = aRecord(
        1,
        {
          organisationId: null,
          useCaseId: null,
          applicationId: null,
          keyId: null,
          modelId: null,
          endpoint: null,
          outcome: "refused",
          code: "key.unknown",
          status: 401,
        },
        null,
      );
      await ingest([unknown, aRecord(2)]);
      const lines = await world.run((ctx) => world.ledger.daily(ctx, DAY, "organisation"));
      expect(lines.map((line) => [line.key, line.amounts.requests])).toEqual([[world.root, 2]]);
      const models = await world.run((ctx) => world.ledger.daily(ctx, DAY, "model"));
      expect(models.map((line) => line.key).sort()).toEqual([RECORD_IDS.model, null].sort());
    });

    it("takes in whatever text a caller wrote", async () => {
      const odd = 'a\0b\ud800c"\\d\u{1f600}';
      expect(await ingest([aRecord(1, { requestedModel: odd })])).toEqual({ highWater: 1 });
      expect((await totals(true)).amounts.requests).toBe(1);
    });

    it("reports by ministry and Paris day, whole days, and the totals are the sum of the rows", async () => {
      const evening = Date.UTC(2026, 2, 10, 23, 30);
      await ingest([of(world.police, 1), of(world.interior, 2), of(world.justice, 3), of(world.police, 4, evening)]);
      const report = await world.run((ctx) =>
        reportUsage(world)(ctx, new Date(NOON), new Date(evening + 1), "ministry"),
      );
      const requests = report.rows.map((row) => [row.day, row.groupId, row.amounts.requests]);
      const tenth = [
        ["2026-03-10", world.interior, 2],
        ["2026-03-10", world.justice, 1],
      ].sort(([, left], [, right]) => (String(left) < String(right) ? -1 : 1));
      expect(requests).toEqual([...tenth, ["2026-03-11", world.interior, 1]]);
      expect(report.totals).toEqual(sumAmounts(report.rows.map((row) => row.amounts)));
      expect([report.from, report.to]).toEqual([new Date("2026-03-09T23:00:00Z"), new Date("2026-03-11T23:00:00Z")]);
      expect(report.upTo).toEqual(new Date(evening));
      const byUseCase = await world.run((ctx) => world.ledger.ofUseCases(ctx, DAY, [RECORD_IDS.useCase]));
      expect(byUseCase.get(RECORD_IDS.useCase)?.requests).toBe(3);
    });

    it("pages requests newest first, each exactly once, within the filters", async () => {
      await ingest([
        of(world.police, 1, NOON),
        naming(world.justice, 2, NOON + 5),
        naming(world.interior, 3, NOON + 5),
        aRecord(4, { at: NOON + 9, outcome: "refused", code: "policy.denied", organisationId: world.police }, null),
      ]);
      const ids = async (filter: Parameters<RequestCatalogue["page"]>[1], first = 10) => {
        const seen: string[] = [];
        let cursor: { at: number; decisionId: string } | null = null;
        for (;;) {
          const at = cursor;
          const page: readonly { record: RequestRecordV1 }[] = await world.run((ctx) =>
            world.catalogue.page(ctx, filter, first, at),
          );
          const last = page.at(-1)?.record.decision;
          if (last === undefined) return seen;
          seen.push(...page.map(({ record }) => record.decision.id));
          cursor = { at: last.at, decisionId: last.id };
        }
      };
      expect(await ids({}, 1)).toEqual(["r1-1-4", "r1-1-3", "r1-1-2", "r1-1-1"]);
      expect(await ids({ organisationId: world.interior }, 2)).toEqual(["r1-1-4", "r1-1-3", "r1-1-1"]);
      expect(await ids({ outcomes: ["refused"] })).toEqual(["r1-1-4"]);
      expect(await ids({ codes: ["policy.denied"], useCaseId: RECORD_IDS.useCase })).toEqual(["r1-1-4"]);
      expect(await ids({ from: new Date(NOON + 5), to: new Date(NOON + 9) })).toEqual(["r1-1-3", "r1-1-2"]);
      expect(await ids({ applicationId: RECORD_IDS.key })).toEqual([]);
      expect(await ids({ decisionId: "r1-1-2" })).toEqual(["r1-1-2"]);
      expect(await ids({ decisionRef: "CAF/2026-118" }, 1)).toEqual(["r1-1-3", "r1-1-2"]);
      expect(await ids({ decisionRef: "CAF/2026-118", useCaseId: RECORD_IDS.key })).toEqual([]);
      expect(await ids({ decisionRef: "CAF/2026" })).toEqual([]);
      const found = await world.run((ctx) => world.catalogue.find(ctx, "r1-1-3"));
      expect(found?.record).toEqual(naming(world.interior, 3, NOON + 5));
      expect(await world.run((ctx) => world.catalogue.find(ctx, "r9-1-1"))).toBeNull();
    });

    it("holds the same whatever way batches are cut, repeated and retried", async () => {
      const cut = fc.record({ from: fc.integer({ min: 1, max: 12 }), length: fc.integer({ min: 1, max: 6 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 12 }), async (cuts) => {
          world = await makeWorld();
          settled = [];
          const all = Array.from({ length: 12 }, (_, index) =>
            aRecord(
              index + 1,
              { at: NOON + index * 3_600_000 },
              { quantities: { inputTokens: 10 ** (index % 5), gpuMicroSeconds: 100_000 * index } },
            ),
          );
          let highWater = 0;
          for (const { from, length } of cuts) {
            const answer = await ingest(all.slice(from - 1, from - 1 + length));
            if ("highWater" in answer) highWater = answer.highWater;
            else expect(answer).toEqual({ kind: "Gap", expected: highWater + 1 });
          }
          await ingest(all.slice(highWater));
          const expected = sumAmounts(all.map(amountsOf));
          expect((await totals()).amounts).toEqual(expected);
          expect((await totals(true)).amounts).toEqual(expected);
          expect(settled).toHaveLength(all.length);
        }),
        { numRuns: 12 },
      );
    });
  });
}
