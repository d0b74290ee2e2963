import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import { CHANGED } from "../../../kernel/stored-record.js";
import type { CausedEvent, Context, Done, Subject, SubjectName } from "../../../kernel/use-case.js";
import type { AiUseCase, RegistryPorts } from "../../../registry/index.js";
import type { DeskRecord } from "../../domain/desk/desk-record.js";
import type { DeskStore } from "../../ports/desk/desk-store.port.js";

/** One kind of record as use cases handle it. */
export interface Desk<Kind extends DeskRecord> {
  readonly store: DeskStore<Kind>;
  readonly subject: SubjectName;
  /** How a refusal calls it. */
  readonly noun: string;
  /** Who wrote the present version, whom separation of duties keeps from validating it. */
  readonly author?: (record: Kind) => string;
  /** What sort of it this is, where that decides who may act on it. */
  readonly kind?: (record: Kind) => string;
}

type Found<Loaded> = Promise<Result<{ readonly subject: Subject; readonly loaded: Loaded }>>;

/** A record as authorisation looks at it. */
export const subjectOf = <Kind extends DeskRecord>({ subject, author, kind }: Desk<Kind>, record: Kind): Subject => ({
  name: subject,
  id: record.id,
  organisationId: record.organisationId,
  state: record.state,
  ...(author === undefined ? {} : { declaredBy: author(record) }),
  ...(kind === undefined ? {} : { kind: kind(record) }),
});

/** Finds a record and shows it to authorisation. */
export async function loadRecord<Kind extends DeskRecord>(desk: Desk<Kind>, ctx: Context, id: string): Found<Kind> {
  const loaded = await desk.store.find(ctx, id);
  return loaded === null ? refuse(notFound(desk.noun, id)) : ok({ subject: subjectOf(desk, loaded), loaded });
}

/** Finds the use case that a record will hang from; the record belongs to the same organisation. */
export async function loadUseCaseFor(
  name: SubjectName,
  { useCases }: Pick<RegistryPorts, "useCases">,
  ctx: Context,
  id: string,
): Found<AiUseCase> {
  const loaded = await useCases.find(ctx, id);
  if (loaded === null) return refuse(notFound("use_case", id));
  return ok({ subject: { name, id: null, organisationId: loaded.organisationId }, loaded });
}

type Facts = Readonly<Record<string, unknown>>;

/** Stores a record that comes into being. */
export async function storeFirst<Kind extends DeskRecord>(
  desk: Desk<Kind>,
  ctx: Context,
  record: Kind,
  data: Facts,
): Promise<Result<Done<Kind>>> {
  if (!(await desk.store.insert(ctx, record)))
    return refuse(conflict(`${desk.noun}.exists`, "Another record has that name or is under way."));
  return ok(done(desk, record, { ...data, after: { state: record.state } }));
}

/** Stores the next version with what changed of it; a version that somebody else wrote meanwhile is refused. */
export async function storeNext<Kind extends DeskRecord>(
  desk: Desk<Kind>,
  ctx: Context,
  before: Kind,
  after: Result<Kind>,
  data: Facts = {},
  caused: readonly CausedEvent[] = [],
): Promise<Result<Done<Kind>>> {
  if (!after.ok) return after;
  if (!(await desk.store.update(ctx, after.value))) return refuse(CHANGED);
  const change = { before: { state: before.state }, after: { state: after.value.state }, version: after.value.version };
  return ok({ ...done(desk, after.value, { ...data, ...change }), caused });
}

const done = <Kind extends DeskRecord>(desk: Desk<Kind>, value: Kind, data: Facts): Done<Kind> => ({
  value,
  event: {
    organisationId: value.organisationId,
    subjectType: desk.subject,
    subjectId: value.id,
    data: { useCaseId: value.useCaseId, ...data },
  },
});
