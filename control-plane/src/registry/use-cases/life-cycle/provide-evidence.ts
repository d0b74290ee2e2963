import { ok, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { UseCaseRepository } from "../../ports/use-case-repository.port.js";
import { recordMove } from "./record-change.js";

/** Puts pieces on a use case's file that follow from something recorded elsewhere, with the step in its history. */
export async function provideEvidence(
  repository: UseCaseRepository,
  ctx: Context,
  before: AiUseCase,
  pieces: AiUseCase["evidence"],
): Promise<Result<AiUseCase>> {
  const after = { ...before, evidence: { ...before.evidence, ...pieces }, version: before.version + 1 };
  const stored = await recordMove(repository, ctx, before, after, Object.keys(pieces).join(", "));
  return stored.ok ? ok(stored.value.value) : stored;
}
