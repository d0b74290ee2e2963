import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Subject } from "../../../kernel/use-case.js";
import type { CapacityImport } from "../../domain/import/capacity-import.js";
import { SUBJECTS } from "../../domain/submission/submission.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";

/** An import, by the right on what it brings in. */
export async function loadImport(
  imports: ImportStore,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: CapacityImport }>> {
  const loaded = await imports.find(ctx, id);
  if (loaded === null) return refuse(notFound("import", id));
  const subject = { name: SUBJECTS[loaded.target], id: null, organisationId: loaded.organisationId };
  return ok({ subject, loaded });
}
