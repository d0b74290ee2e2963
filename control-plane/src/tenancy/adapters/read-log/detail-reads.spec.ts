import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { CountingIds, FixedClock, memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import type { PersonActor } from "../../../kernel/actor.js";
import { Fault } from "../../../kernel/fault.js";
import type { DetailRead } from "../../domain/detail-read.js";
import { DetailReads, MOST_REFUSALS, MOST_WAITING } from "./detail-reads.js";

const reader: PersonActor = {
  kind: "person",
  id: "reader",
  name: "Sacha",
  memberships: [{ organisationId: "culture", role: "declarant" }],
  contractor: false,
  mfa: true,
};
const of = (organisationId: string) => ({
  subjectType: "Roadmap",
  subjectId: "r-1",
  organisationId,
});

interface Told {
  readonly event: string;
  readonly reads: number;
  readonly reason: string;
}

/** A log of readings in memory that may be made to fail, over the bodies `justice` and `culture`. */
function scene(failure: () => Error | null = () => null) {
  const written: DetailRead[] = [];
  const told: Told[] = [];
  const paths = new Map(["justice", "culture"].map((id) => [id, [id, "etat"]]));
  const reads = new DetailReads({
    transactions: memoryRunner().transactions,
    clock: new FixedClock(),
    ids: new CountingIds(),
    logger: pino({ level: "warn" }, { write: (line: string) => told.push(JSON.parse(line) as Told) }),
    organisations: { pathsOf: () => Promise.resolve(paths) },
    log: {
      append(_ctx, rows) {
        const error = failure();
        if (error !== null) return Promise.reject(error);
        written.push(...rows);
        return Promise.resolve();
      },
      page: () => Promise.resolve([]),
    },
  });
  return { reads, written, told };
}

describe("readings of other ministries' details", () => {
  it("are written without those of a body that nobody knows, which the log tells once", async () => {
    const { reads, written, told } = scene();
    for (const body of ["justice", "no-such-body", "culture"]) reads.note(reader, of(body));
    await reads.flush();
    await reads.flush();
    expect(written.map(({ organisationId }) => organisationId)).toEqual(["justice"]);
    expect(told).toMatchObject([
      {
        event: "read_log.lost",
        reads: 1,
        reason: "no such organisation: no-such-body",
      },
    ]);
  });

  it("are given up after as many refusals as said, and the next ones are written", async () => {
    let refuses = true;
    const { reads, written, told } = scene(() => (refuses ? new Error("refused by a constraint") : null));
    reads.note(reader, of("justice"));
    for (let tries = 0; tries < MOST_REFUSALS; tries += 1) await reads.flush();
    expect(told.map(({ event }) => event)).toEqual([
      ...Array.from({ length: MOST_REFUSALS - 1 }, () => "read_log.late"),
      "read_log.lost",
    ]);
    refuses = false;
    reads.note(reader, of("justice"));
    await reads.flush();
    expect(written).toHaveLength(1);
  });

  it("wait for a database that is away, however often it is asked", async () => {
    let away = true;
    const { reads, written } = scene(() => (away ? new Fault("database.unavailable", "away") : null));
    reads.note(reader, of("justice"));
    for (let tries = 0; tries < 3 * MOST_REFUSALS; tries += 1) await reads.flush();
    away = false;
    await reads.flush();
    expect(written).toHaveLength(1);
  });

  it("keep the newest when too many wait", async () => {
    const { reads, written, told } = scene();
    for (let n = 0; n <= MOST_WAITING; n += 1) reads.note(reader, { ...of("justice"), subjectId: String(n) });
    await reads.flush();
    expect(told).toMatchObject([{ event: "read_log.lost", reads: MOST_WAITING / 10 + 1 }]);
    expect(written.at(0)?.subjectId).toBe(String(MOST_WAITING / 10 + 1));
    expect(written.at(-1)?.subjectId).toBe(String(MOST_WAITING));
  });
});
