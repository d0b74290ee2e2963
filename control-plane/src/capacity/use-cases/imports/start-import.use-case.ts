import { createHash } from "node:crypto";
import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import type { JobQueue } from "../../../kernel/job-queue.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import { MAX_FILE_BYTES, SHEET_FORMATS, type CapacityImport } from "../../domain/import/capacity-import.js";
import { SUBJECTS, SUBMISSION_TARGETS } from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import { id, idempotencyKey } from "../capacity.input.js";
import { createdMeanwhile } from "../same-version.js";
import { guarded, loadAsked } from "../submissions/submission-access.js";

const input = z.object({
  campaignId: id,
  organisationId: id,
  target: z.enum(SUBMISSION_TARGETS),
  format: z.enum(SHEET_FORMATS),
  fileName: z.string().trim().min(1).max(255),
  file: z
    .instanceof(Uint8Array)
    .refine((file) => file.length > 0, "The file is empty.")
    .refine((file) => file.length <= MAX_FILE_BYTES, "The file is too big."),
  idempotencyKey,
});
export type StartImportInput = z.infer<typeof input>;

/** The job of the queue that reads one. */
export const READ_IMPORT = "capacity.read-import";

/** Takes a file in. It is read apart, row by row; nothing of it counts before somebody accepts what was read. */
export const startImport = (
  ports: CapacityPorts & { readonly imports: ImportStore; readonly queue: JobQueue },
): UseCase<StartImportInput, Campaign, CapacityImport> => ({
  name: "capacity.start-import",
  action: "declare",
  input: zodSchema(input),
  async load(ctx, { campaignId, organisationId, target }) {
    const asked = await loadAsked(ports, ctx, campaignId, organisationId);
    if (!asked.ok) return asked;
    return ok({ subject: { name: SUBJECTS[target], id: null, organisationId }, loaded: asked.value });
  },
  async handle(ctx, { file, idempotencyKey = null, ...told }, campaign) {
    const open = guarded([answersTaken(campaign, ctx.clock.now())]);
    if (!open.ok) return open;
    const by = actorRef(ctx.actor);
    const fileDigest = createHash("sha256").update(file).digest("hex");
    const again = idempotencyKey && (await ports.imports.findCreated(ctx, by, idempotencyKey));
    if (again && again.fileDigest !== fileDigest)
      return refuse(conflict("idempotency.key_reused", "This key sent another file before."));
    const started: CapacityImport = again || {
      ...told,
      id: ctx.ids.next(),
      fileDigest,
      state: "received",
      rowsRead: 0,
      progress: 0,
      errorCount: 0,
      failure: null,
      createdBy: by,
      createdAt: ctx.clock.now(),
      finishedAt: null,
      version: 1,
    };
    if (!again) {
      if (!(await ports.imports.insert(ctx, started, file, idempotencyKey))) return refuse(createdMeanwhile("import"));
      await ports.queue.send(ctx, READ_IMPORT, started.id);
    }
    const data = { importId: started.id, fileDigest, format: told.format, bytes: file.length };
    return ok({
      value: started,
      event: { organisationId: told.organisationId, subjectType: SUBJECTS[told.target], subjectId: null, data },
    });
  },
});
