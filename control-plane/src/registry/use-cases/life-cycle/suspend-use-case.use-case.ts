import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { suspend } from "../../domain/transitions.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { recordMove } from "./record-change.js";
import { id, reason } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

const input = z.object({ id, reason });
export type SuspendUseCaseInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "useCases">;

/** Compliance stops a use case: its keys are refused as soon as the next snapshot is out. */
export const suspendUseCase = (ports: Ports): UseCase<SuspendUseCaseInput, AiUseCase, AiUseCase> => ({
  name: "registry.suspend-use-case",
  action: "suspend",
  input: zodSchema(input),
  load: (ctx, { id: useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, input, before) {
    const after = suspend(before);
    return after.ok ? recordMove(ports.useCases, ctx, before, after.value, input.reason) : after;
  },
});
