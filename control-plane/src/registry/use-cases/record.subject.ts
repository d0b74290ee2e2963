import { notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Subject, SubjectName } from "../../kernel/use-case.js";
import type { Stored } from "../domain/stored.js";
import type { RecordStore } from "../ports/record-store.port.js";

/** Finds a record and shows it to authorisation. @param noun how a refusal calls it */
export async function loadRecord<Kind extends Stored & { readonly declaredBy?: string }>(
  store: RecordStore<Kind>,
  ctx: Context,
  name: SubjectName,
  noun: string,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: Kind }>> {
  const loaded = await store.find(ctx, id);
  if (loaded === null) return refuse(notFound(noun, id));
  const { organisationId, declaredBy } = loaded;
  const subject = { name, id, organisationId, ...(declaredBy === undefined ? {} : { declaredBy }) };
  return ok({ subject, loaded });
}
