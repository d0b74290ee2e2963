import { conflict, notFound } from "./refusal.js";
import { ok, refuse, type Result } from "./result.js";
import type { Context, Done, Subject, SubjectName } from "./use-case.js";

/** What every record with versions has. */
export interface Stored {
  readonly id: string;
  /** Whose record it is, for row-level security. */
  readonly organisationId: string;
  /** 1 when it comes into being, one more at each change. */
  readonly version: number;
}

/** Records of one kind, as far as verbs on a single one need them. */
export interface Records<Kind extends Stored> {
  find(ctx: Context, id: string): Promise<Kind | null>;
  /** False when another record has its unique names. */
  insert(ctx: Context, record: Kind): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `record.version - 1` any more. */
  update(ctx: Context, record: Kind): Promise<boolean>;
  /** All of them, oldest first. */
  all(ctx: Context): Promise<readonly Kind[]>;
}

type Facts = Readonly<Record<string, unknown>>;

/** Somebody decides on the version that they looked at. */
export const CHANGED = conflict("record.changed", "It changed meanwhile; read it again before deciding.");

/**
 * Finds a record and shows it to authorisation, with whoever declared its present version.
 * @param name what authorisation knows it as @param noun how a refusal calls it
 */
export async function loadRecord<Kind extends Stored & { readonly declaredBy?: string }>(
  store: Pick<Records<Kind>, "find">,
  ctx: Context,
  name: SubjectName | ((record: Kind) => SubjectName),
  noun: string,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: Kind }>> {
  const loaded = await store.find(ctx, id);
  if (loaded === null) return refuse(notFound(noun, id));
  const { organisationId, declaredBy } = loaded;
  const of = { name: typeof name === "string" ? name : name(loaded), id, organisationId };
  return ok({ subject: { ...of, ...(declaredBy === undefined ? {} : { declaredBy }) }, loaded });
}

/** A record that was stored, with the event that tells it. */
export const recorded = <Kind extends Stored>(subjectType: SubjectName, value: Kind, data: Facts): Done<Kind> => ({
  value,
  event: { organisationId: value.organisationId, subjectType, subjectId: value.id, data },
});

/** Stores the next version; a version that somebody else wrote meanwhile is refused. */
export async function storeNext<Kind extends Stored>(
  store: Pick<Records<Kind>, "update">,
  ctx: Context,
  subjectType: SubjectName,
  next: Result<Kind>,
  data: Facts,
): Promise<Result<Done<Kind>>> {
  if (!next.ok) return next;
  if (!(await store.update(ctx, next.value))) return refuse(CHANGED);
  return ok(recorded(subjectType, next.value, { ...data, version: next.value.version }));
}
