import type { ApplicationSource, Facts, ModelSource, PoolSource, UseCaseSource } from "@socle/policies";
import { modelFacts, poolFacts, todayFacts, useCaseFacts } from "@socle/policies";
import type { Judged, RecordedDecision } from "./recorded-decision.js";

/** What rules could read of a subject from the snapshot `fromNumber` on, until the subject's next one. */
export interface SourceVersion {
  readonly fromNumber: number;
  readonly content: unknown;
}

/** Facts and names of one part, made once a day for each version. */
interface Part<Content> {
  /** Names the version among all that the book holds. */
  readonly serial: number;
  readonly content: Content;
  held: { readonly day: string; readonly value: unknown } | null;
}

type Caller = Pick<Facts, "today" | "organisation" | "useCase">;
type Named = keyof Facts;

/** The sources of a record's facts; `null` where they were not kept, or are not the reader's to see. */
export interface RecordSources {
  readonly schema: Part<readonly string[]> | null;
  readonly useCase: Part<UseCaseSource> | null;
  readonly application: Part<ApplicationSource> | null;
  readonly model: Part<ModelSource> | null;
  readonly pools: ReadonlyMap<string, Part<PoolSource> | null>;
  /** Equal for records whose facts come from the same versions. */
  readonly key: string;
}

/** Subject of the source that names the facts a release knows. */
const SCHEMA_SUBJECT = "schema";
/** Facts that every record tells by itself. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set(["request.labels", "request.stream"]);
const ASKED: ReadonlySet<string> = new Set(["request.askedLabels", "request.maxOutputTokens"]);

/**
 * Answers for the facts of recorded decisions from the archived sources: as they were, on the day they were taken or on
 * another one. What was not kept is told as missing, never replaced.
 */
export class FactBook {
  private readonly versions = new Map<string, readonly Part<unknown>[]>();
  private readonly starts = new Map<string, readonly number[]>();
  private serials = 0;

  /** @param archived whether the sources of a snapshot were kept */
  constructor(private readonly archived: (snapshotNumber: number) => boolean) {}

  /** Whether the subject's versions were given, even none. */
  holds(subjectId: string): boolean {
    return this.versions.has(subjectId);
  }

  /** Subjects that records need, beside their use case: the release's own is always one. */
  static subjectsOf({ applicationId, modelId, useCaseId }: RecordedDecision, poolIds: Iterable<string>): string[] {
    return [applicationId, modelId, useCaseId, ...poolIds, SCHEMA_SUBJECT].filter((each) => each !== null);
  }

  /** Gives all versions of a subject, oldest first. */
  add(subjectId: string, versions: readonly SourceVersion[]): void {
    this.starts.set(
      subjectId,
      versions.map(({ fromNumber }) => fromNumber),
    );
    this.versions.set(
      subjectId,
      versions.map(({ content }) => ({ serial: (this.serials += 1), content, held: null })),
    );
  }

  sourcesOf(record: RecordedDecision, poolIds: readonly string[]): RecordSources {
    const { snapshotNumber } = record;
    const known = this.archived(snapshotNumber);
    const at = <Content>(subject: string | null): Part<Content> | null =>
      known && subject !== null ? (this.versionAt(subject, snapshotNumber) as Part<Content> | null) : null;
    const pools = new Map(poolIds.map((id) => [id, at<PoolSource>(id)]));
    const schema = at<readonly string[]>(SCHEMA_SUBJECT);
    const useCase = at<UseCaseSource>(record.useCaseId);
    const application = at<ApplicationSource>(record.applicationId);
    const model = at<ModelSource>(record.modelId);
    let key = `${serialOf(schema)},${serialOf(useCase)},${serialOf(application)},${serialOf(model)}`;
    for (const pool of pools.values()) key += `,${serialOf(pool)}`;
    return { schema, useCase, application, model, pools, key };
  }

  /** Names among `reads` (`part.field`) that are not known of a record, in order. */
  missing(reads: readonly string[], sources: RecordSources, { asked }: Judged): readonly string[] {
    const named = sources.schema === null ? NOTHING : onDay(sources.schema, "", (names) => new Set(names));
    const parts: Readonly<Record<Named, boolean>> = {
      today: true,
      request: true,
      organisation: sources.useCase !== null,
      useCase: sources.useCase !== null,
      application: sources.application !== null,
      model: sources.model !== null,
      pool: [...sources.pools.values()].every((pool) => pool !== null),
    };
    return reads.filter((fact) => {
      const [part = ""] = fact.split(".");
      if (part === "today" || ALWAYS_KNOWN.has(fact)) return false;
      if (ASKED.has(fact)) return asked === undefined;
      return !parts[part as Named] || named?.has(fact) !== true;
    });
  }

  /** The facts of a record on one of its pools, on a day. Parts that are not known have no fields: rules fail on them. */
  factsOn(day: string, sources: RecordSources, { labels, stream, asked }: Judged): (poolId: string) => Facts {
    const request = {
      labels,
      stream,
      ...(asked === undefined ? {} : { askedLabels: asked.labels, maxOutputTokens: asked.maxOutputTokens }),
    } as Facts["request"];
    const caller = onDay(sources.useCase, day, callerFacts);
    const today = caller?.today ?? todayFacts(day);
    const application = (sources.application?.content ?? UNKNOWN) as Facts["application"];
    const model = onDay(sources.model, day, modelFacts) ?? (UNKNOWN as Facts["model"]);
    return (poolId) => ({
      today,
      organisation: caller?.organisation ?? (UNKNOWN as Facts["organisation"]),
      useCase: caller?.useCase ?? (UNKNOWN_USE_CASE as Facts["useCase"]),
      application,
      request,
      model,
      pool: onDay(sources.pools.get(poolId) ?? null, day, poolFacts) ?? (UNKNOWN as Facts["pool"]),
    });
  }

  private versionAt(subject: string, snapshotNumber: number): Part<unknown> | null {
    const starts = this.starts.get(subject) ?? [];
    let found = starts.length - 1;
    while (found >= 0 && (starts[found] ?? 0) > snapshotNumber) found -= 1;
    return this.versions.get(subject)?.[found] ?? null;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
const UNKNOWN: unknown = Object.freeze({});
/** The engine itself looks at derogations; none is presumed. */
const UNKNOWN_USE_CASE: unknown = Object.freeze({ derogations: Object.freeze([]) });

const serialOf = (part: Part<unknown> | null): number => part?.serial ?? 0;

function onDay<Content, Value>(
  part: Part<Content> | null,
  day: string,
  make: (content: Content, day: string) => Value,
): Value | null {
  if (part === null) return null;
  if (part.held?.day !== day) part.held = { day, value: make(part.content, day) };
  return part.held.value as Value;
}

const callerFacts = ({ useCase, derogations, organisation }: UseCaseSource, day: string): Caller => ({
  today: todayFacts(day),
  organisation,
  useCase: useCaseFacts(useCase, derogations, day),
});
