import type { ApplicationSource, Facts, ModelSource, PoolSource, UseCaseSource } from "@socle/policies";
import { modelFacts, organisationFacts, poolFacts, todayFacts, useCaseFacts } from "@socle/policies";
import type { JudgedPools, JudgedRequest, RecordedDecision } from "./recorded-decision.js";

/** What rules could read of a subject from the snapshot `fromNumber` on, until the subject's next one. */
export interface SourceVersion {
  readonly fromNumber: number;
  readonly content: unknown;
}

/** One version of a subject, with the facts of the last day that was asked for. */
interface Part<Content> {
  /** Names the version among all that the book holds. */
  readonly serial: number;
  readonly fromNumber: number;
  readonly content: Content;
  held: { readonly day: string; readonly value: unknown } | null;
}

/** The sources of a record's facts; `null` where they were not kept, or are not the reader's to see. */
export interface RecordSources {
  readonly schema: Part<readonly string[]> | null;
  readonly useCase: Part<UseCaseSource> | null;
  readonly application: Part<ApplicationSource> | null;
  readonly model: Part<ModelSource> | null;
  /** In the order of the record's pools. */
  readonly pools: readonly (Part<PoolSource> | null)[];
  /** Equal for records whose facts come from the same versions. */
  readonly key: string;
}

/** Subject of the source that names the facts a release knows. */
const SCHEMA_SUBJECT = "schema";
/** Facts that every record tells by itself. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set(["request.labels", "request.stream"]);
const ASKED: ReadonlySet<string> = new Set(
  ["askedLabels", "maxOutputTokens", "decisionRef", "toolCalls"].map((field) => `request.${field}`),
);

/**
 * Answers for the facts of recorded decisions from the archived sources: as they were, on the day they were taken or on
 * another one. What was not kept is told as missing, never replaced.
 */
export class FactBook {
  private readonly versions = new Map<string, readonly Part<unknown>[]>();
  private serials = 0;

  /** @param archived whether the sources of a snapshot were kept */
  constructor(private readonly archived: (snapshotNumber: number) => boolean) {}

  /** Whether the subject's versions were given, even none. */
  holds(subjectId: string): boolean {
    return this.versions.has(subjectId);
  }

  /** Gives all versions of a subject, oldest first. */
  add(subjectId: string, versions: readonly SourceVersion[]): void {
    const parts = versions.map(({ fromNumber, content }) => ({
      ...{ serial: (this.serials += 1), fromNumber, content },
      held: null,
    }));
    this.versions.set(subjectId, parts);
  }

  sourcesOf(record: RecordedDecision, { pools }: JudgedPools): RecordSources {
    const { snapshotNumber: number } = record;
    const known = this.archived(number);
    const schema = known ? this.at<readonly string[]>(SCHEMA_SUBJECT, number) : null;
    const useCase = known ? this.at<UseCaseSource>(record.useCaseId, number) : null;
    const application = known ? this.at<ApplicationSource>(record.applicationId, number) : null;
    const model = known ? this.at<ModelSource>(record.modelId, number) : null;
    const parts = pools.map(({ poolId }) => (known ? this.at<PoolSource>(poolId, number) : null));
    let key = `${serialOf(schema)},${serialOf(useCase)},${serialOf(application)},${serialOf(model)}`;
    for (const part of parts) key += `,${serialOf(part)}`;
    return { schema, useCase, application, model, pools: parts, key };
  }

  private at<Content>(subject: string | null, snapshotNumber: number): Part<Content> | null {
    const parts = subject === null ? undefined : this.versions.get(subject);
    if (parts === undefined) return null;
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index];
      if (part !== undefined && part.fromNumber <= snapshotNumber) return part as Part<Content>;
    }
    return null;
  }
}

/** Which of the facts that some rules read are known of a record; the same few answers serve all records. */
export class KnownFacts {
  private readonly answers = new Map<string, readonly string[]>();

  /** @param reads facts that rules look at, `part.field` */
  constructor(private readonly reads: readonly string[]) {}

  /** Names that are not known of a record, in order. */
  missing(sources: RecordSources, { asked }: JudgedRequest): readonly string[] {
    const parts = {
      ...{ useCase: sources.useCase !== null, organisation: sources.useCase !== null },
      ...{ application: sources.application !== null, model: sources.model !== null },
      pool: !sources.pools.includes(null),
    };
    const { useCase, application, model, pool } = parts;
    const key = `${serialOf(sources.schema)},${useCase},${application},${model},${pool},${asked === undefined}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const named = new Set(sources.schema?.content ?? []);
    const missing = this.reads.filter((fact) => {
      const part = fact.slice(0, fact.indexOf("."));
      if (part === "today" || ALWAYS_KNOWN.has(fact)) return false;
      if (ASKED.has(fact)) return asked === undefined;
      return !(parts as Readonly<Record<string, boolean>>)[part] || !named.has(fact);
    });
    this.answers.set(key, missing);
    return missing;
  }
}

/** Facts of a record on each of its pools, on a day. Parts that are not known have no fields: rules fail on them. */
export function factsOn(day: string, sources: RecordSources, { labels, stream, asked }: JudgedRequest): Facts[] {
  const request = {
    ...{ labels, stream },
    askedLabels: asked?.labels,
    maxOutputTokens: asked?.maxOutputTokens,
    decisionRef: asked === undefined ? undefined : asked.decisionRef !== undefined,
    toolCalls: asked === undefined ? undefined : (asked.toolCalls ?? 0),
  } as Facts["request"];
  const caller = onDay(sources.useCase, day, callerFacts) ?? { ...UNKNOWN_CALLER, today: todayFacts(day) };
  const application = (sources.application?.content ?? UNKNOWN) as Facts["application"];
  const model = onDay(sources.model, "", modelFacts) ?? (UNKNOWN as Facts["model"]);
  const { today, organisation, useCase } = caller;
  return sources.pools.map((part) => {
    const pool = onDay(part, day, poolFacts) ?? (UNKNOWN as Facts["pool"]);
    return { today, organisation, useCase, application, request, model, pool };
  });
}

type Caller = Pick<Facts, "today" | "organisation" | "useCase">;

const UNKNOWN: unknown = Object.freeze({});
/** The engine itself looks at derogations; none is presumed. */
const UNKNOWN_CALLER = { organisation: UNKNOWN, useCase: { derogations: [] } } as unknown as Omit<Caller, "today">;

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
  organisation: organisationFacts(organisation),
  useCase: useCaseFacts(useCase, derogations, day),
});
