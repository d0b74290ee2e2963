import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import { totalsOf } from "../../domain/declaration/declared-lines.js";
import { readLine } from "../../domain/declaration/read-line.js";
import { editable } from "../../domain/submission/step-guards.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { cells, expectedVersion, id } from "../capacity.input.js";
import { issuesOf } from "../field-issues.js";
import { changed, sameVersion } from "../same-version.js";
import { recordStep } from "../submissions/record-step.js";
import { campaignOf, guarded, submissionSubject } from "../submissions/submission-access.js";

const MAX_LINES = 200;
/** A line by what its cells say. */
export const lineCells = z.object({ cells });
export const changeLinesInput = z.object({
  id,
  expectedVersion,
  /** Lines to write, whole; one of a reference that stands takes its place. */
  put: z.array(lineCells).max(MAX_LINES).default([]),
  remove: z.array(z.string().max(64)).max(MAX_LINES).default([]).describe("References of lines that go."),
});
export type ChangeLinesInput = z.infer<typeof changeLinesInput>;

/** Writes and removes lines of a draft or of a declaration that came back. Files of lines: `imports/`. */
export const changeLines = (
  ports: CapacityPorts,
): UseCase<ChangeLinesInput, CapacityDeclaration, CapacityDeclaration> => ({
  name: "capacity.change-lines",
  action: "declare",
  input: zodSchema(changeLinesInput),
  async load(ctx, { id }) {
    const loaded = await ports.declarations.find(ctx, id);
    if (loaded === null) return refuse(notFound("declaration", id));
    return ok({ subject: submissionSubject("declaration", loaded), loaded });
  },
  async handle(ctx, { expectedVersion, put, remove }, before) {
    const current = sameVersion("declaration", before, expectedVersion);
    if (!current.ok) return current;
    const campaign = await campaignOf(ports, ctx, before);
    const allowed = guarded([editable(before), answersTaken(campaign, ctx.clock.now())]);
    if (!allowed.ok) return allowed;
    const opened = readLines(put);
    if (!opened.ok) return opened;
    const stand = await ports.declarations.linesAt(ctx, before.id, before.version);
    const gone = new Set([...remove, ...opened.value.map((line) => line.reference)]);
    const closed = stand.filter((line) => gone.has(line.reference)).map((line) => line.reference);
    const after: CapacityDeclaration = {
      ...before,
      ...totalsOf([...stand.filter((line) => !gone.has(line.reference)), ...opened.value]),
      declaredBy: actorRef(ctx.actor),
      overCommitment: null,
      updatedAt: ctx.clock.now(),
      version: before.version + 1,
    };
    if (!(await ports.declarations.update(ctx, after))) return refuse(changed("declaration", expectedVersion));
    await ports.declarations.changeLines(ctx, after, { closed, opened: opened.value });
    const details = { written: opened.value.length, removed: closed.length, gpus: after.gpuCount };
    return ok({
      value: after,
      event: await recordStep(ports.journal, ctx, "declaration", before, after, null, details),
    });
  },
});

/** Every line, or every issue with its place in the input. */
function readLines(put: ChangeLinesInput["put"]): Result<readonly CapacityLine[]> {
  const lines: CapacityLine[] = [];
  const issues: { path: string; message: string }[] = [];
  for (const [index, each] of put.entries()) {
    const read = readLine(each.cells);
    if (!read.ok) issues.push(...issuesOf(read.refusal, `put.${index}`));
    else if (lines.some((line) => line.reference === read.value.reference))
      issues.push({ path: `put.${index}.reference`, message: "The same reference is written twice." });
    else lines.push(read.value);
  }
  return issues.length === 0 ? ok(lines) : refuse(invalidInput(issues));
}
