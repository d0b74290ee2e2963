import type { RequestRecordV1 } from "@socle/contracts";
import type { SeedIssue } from "../domain/seed-issue.js";
import type { SeedPast } from "../domain/seed-past.js";
import { actsOf, withWords, type PlacedAct, type Word } from "../domain/seed-words.js";
import { pastRecords } from "../domain/past-usage.js";
import { PastRefused, type Made, type PastPerson, type PastStage } from "../ports/past-stage.port.js";

/** What the file's names stand for in the registry that it was applied to. */
export interface PastNames {
  readonly people: ReadonlyMap<string, PastPerson>;
  /** Ids by `kind:slug`. */
  readonly things: ReadonlyMap<string, string>;
}

const DAY_MS = 86_400_000;
/** Records of one transaction. */
const BATCH = 500;
const JOB_MS = 30_000;
const LOOK_EVERY_MS = 25;

/**
 * Lives a past through the verbs of the rooms, as the persons that it names and at the moments that it says: what they may
 * not do is refused, and the journal tells it as theirs. Answers the first refusal, where there is one.
 */
export async function livePast(
  stage: PastStage,
  past: SeedPast,
  names: PastNames,
  today: Date,
): Promise<SeedIssue | null> {
  const made = new Map<string, Made>();
  const traffic = new Traffic(stage, past.usage ?? null, today);
  for (const placed of actsOf(past, today)) {
    await traffic.upTo(placed.at);
    try {
      await live(stage, placed, names, made);
    } catch (error) {
      if (!(error instanceof PastRefused)) throw error;
      return { path: placed.path, message: `${placed.act.do}: ${error.message}` };
    }
  }
  await traffic.upTo(today);
  return null;
}

async function live(
  stage: PastStage,
  { at, act, row }: PlacedAct,
  names: PastNames,
  made: Map<string, Made>,
): Promise<void> {
  const by = act.by.startsWith("$") ? String(row[act.by.slice(1)]) : act.by;
  const person = names.people.get(by.toLowerCase());
  if (person === undefined) throw new PastRefused(`there is nobody ${by}`);
  stage.turnClock(at);
  const values = await meant(act.with, (word) => meaningOf(word, { stage, person, row, names, made }));
  const done = await stage.act(person, act.do, values as Record<string, unknown>);
  if (act.as != null) made.set(act.as, done);
  if (act.until != null) await reached(stage, person, done, act.until);
}

interface Scene {
  readonly stage: PastStage;
  readonly person: PastPerson;
  readonly row: Readonly<Record<string, unknown>>;
  readonly names: PastNames;
  readonly made: ReadonlyMap<string, Made>;
}

async function meaningOf({ name, field }: Word, { stage, person, row, names, made }: Scene): Promise<unknown> {
  if (name in row) return meant(row[name], (word) => meaningOf(word, { stage, person, row: {}, names, made }));
  const thing = made.get(name);
  if (thing === undefined) return names.things.get(name);
  return field === null ? thing.id : stage.read(person, thing, field);
}

/** As `withWords`, for meanings that have to be asked for. */
async function meant(value: unknown, meaning: (word: Word) => Promise<unknown>): Promise<unknown> {
  const asked: Promise<unknown>[] = [];
  withWords(value, (word) => void asked.push(meaning(word)));
  const answers = await Promise.all(asked);
  return withWords(value, () => answers.shift());
}

async function reached(stage: PastStage, person: PastPerson, made: Made, state: string): Promise<void> {
  const end = performance.now() + JOB_MS;
  for (;;) {
    const seen = await stage.read(person, made, "state");
    if (seen === state) return;
    if (performance.now() > end) throw new PastRefused(`${made.type} is ${String(seen)}, not ${state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** What callers asked, taken in as the days go by, at the prices that are in force when it begins. */
class Traffic {
  private records: readonly RequestRecordV1[] | null = null;
  private taken = 0;

  constructor(
    private readonly stage: PastStage,
    private readonly usage: NonNullable<SeedPast["usage"]> | null,
    private readonly today: Date,
  ) {}

  async upTo(moment: Date): Promise<void> {
    if (this.usage === null || moment.getTime() < this.today.getTime() - this.usage.days * DAY_MS) return;
    this.records ??= pastRecords(this.usage, await this.stage.snapshot(), this.today);
    const end = this.records.findIndex(({ decision }) => decision.at >= moment.getTime());
    const due = this.records.slice(this.taken, end === -1 ? undefined : end);
    for (let first = 0; first < due.length; first += BATCH) {
      const batch = due.slice(first, first + BATCH);
      this.stage.turnClock(new Date(batch.at(-1)?.decision.at ?? moment));
      await this.stage.ingest(batch);
    }
    this.taken += due.length;
  }
}
