import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { resume } from "../../domain/transitions.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { recordMove } from "./record-change.js";
import { id, reason } from "../use-case.input.js";
import { rulesOfEntering } from "./rules-of-entering.js";
import { loadUseCase } from "../use-case.subject.js";

const input = z.object({ id, reason });
export type ResumeUseCaseInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "useCases" | "rules">;

/** Compliance lets a suspended use case go on from the state it was in. */
export const resumeUseCase = (ports: Ports): UseCase<ResumeUseCaseInput, AiUseCase, AiUseCase> => ({
  name: "registry.resume-use-case",
  action: "resume",
  input: zodSchema(input),
  load: (ctx, { id: useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, input, before) {
    const to = before.suspendedFrom;
    const after = resume(before, to === null ? [] : await rulesOfEntering(ports, ctx, before, to));
    return after.ok ? recordMove(ports.useCases, ctx, before, after.value, input.reason) : after;
  },
});
