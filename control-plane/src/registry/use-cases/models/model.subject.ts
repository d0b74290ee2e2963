import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done, Subject } from "../../../kernel/use-case.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

type Ports = Pick<RegistryPorts, "models" | "organisations">;

export interface LoadedModel {
  readonly model: Model;
  /** The State: the catalogue belongs to no ministry. */
  readonly organisationId: string;
}

export async function loadModel(
  ports: Ports,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: LoadedModel }>> {
  const model = await ports.models.find(ctx, id);
  if (model === null) return refuse(notFound("model", id));
  const organisationId = await ports.organisations.rootId(ctx);
  const subject = { name: "Model", id, organisationId, state: model.state, declaredBy: model.proposedBy } as const;
  return ok({ subject, loaded: { model, organisationId } });
}

/** Stores the next version of a model; one that changed meanwhile is refused. */
export async function storeModel(
  ports: Ports,
  ctx: Context,
  { model, organisationId }: LoadedModel,
  next: Result<Model>,
  told: Readonly<Record<string, unknown>>,
): Promise<Result<Done<Model>>> {
  if (!next.ok) return next;
  if (!(await ports.models.update(ctx, next.value)))
    return refuse(conflict("model.changed", "The model changed meanwhile; read it again before deciding."));
  const data = { name: model.name, from: model.state, to: next.value.state, ...told };
  return ok({ value: next.value, event: { organisationId, subjectType: "Model", subjectId: model.id, data } });
}
