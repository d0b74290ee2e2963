import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { isFinished, type CapacityImport } from "../../domain/import/capacity-import.js";
import { SUBJECTS } from "../../domain/submission/submission.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import { id } from "../capacity.input.js";
import { changed } from "../same-version.js";
import { guarded } from "../submissions/submission-access.js";
import { loadImport } from "./load-import.js";

const input = z.object({ id });
export type CancelImportInput = z.infer<typeof input>;

/** Gives an import up, while it is read or after; its file and what was read of it go. */
export const cancelImport = (ports: {
  readonly imports: ImportStore;
}): UseCase<CancelImportInput, CapacityImport, CapacityImport> => ({
  name: "capacity.cancel-import",
  action: "declare",
  input: zodSchema(input),
  load: (ctx, { id }) => loadImport(ports.imports, ctx, id),
  async handle(ctx, _input, before) {
    const message = `It is not over; it is ${before.state}.`;
    const allowed = guarded([{ code: "import.not_finished", met: !isFinished(before.state), message }]);
    if (!allowed.ok) return allowed;
    const after: CapacityImport = {
      ...before,
      state: "cancelled",
      finishedAt: ctx.clock.now(),
      version: before.version + 1,
    };
    if (!(await ports.imports.update(ctx, after))) return refuse(changed("import", before.version));
    const { organisationId, target } = after;
    const data = { importId: after.id, before: before.state, after: after.state };
    return ok({ value: after, event: { organisationId, subjectType: SUBJECTS[target], subjectId: null, data } });
  },
});
