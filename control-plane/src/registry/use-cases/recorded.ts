import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, SubjectName } from "../../kernel/use-case.js";
import type { Stored } from "../domain/stored.js";
import type { RecordStore } from "../ports/record-store.port.js";

type Facts = Readonly<Record<string, unknown>>;

/** A record that was stored, with the event that tells it. */
export const recorded = <Kind extends Stored>(subjectType: SubjectName, value: Kind, data: Facts): Done<Kind> => ({
  value,
  event: { organisationId: value.organisationId, subjectType, subjectId: value.id, data },
});

/** Stores the next version; a version that somebody else wrote meanwhile is refused. */
export async function storeNext<Kind extends Stored>(
  store: RecordStore<Kind>,
  ctx: Context,
  subjectType: SubjectName,
  next: Result<Kind>,
  data: Facts,
): Promise<Result<Done<Kind>>> {
  if (!next.ok) return next;
  if (!(await store.update(ctx, next.value)))
    return refuse(conflict("record.changed", "It changed meanwhile; read it again before deciding."));
  return ok(recorded(subjectType, next.value, { ...data, version: next.value.version }));
}
