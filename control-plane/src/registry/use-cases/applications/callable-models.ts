import { invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import { SERVED_STATES } from "../../domain/models/model.js";
import type { ModelRepository } from "../../ports/model-repository.port.js";

const served = async (models: ModelRepository, ctx: Context) =>
  (await models.all(ctx)).filter(({ state }) => SERVED_STATES.includes(state));

/** Checks a list of names that an application may call; `null` stands for all models. */
export async function callableModels(
  models: ModelRepository,
  ctx: Context,
  names: readonly string[] | null,
): Promise<Result<readonly string[] | null>> {
  if (names === null) return ok(null);
  const known = new Set([...(await served(models, ctx)), ...(await models.aliases(ctx))].map((each) => each.name));
  const issues = names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: `models.${index}`, message: `No model or alias is named ${name}.` }],
  );
  return issues.length === 0 ? ok([...new Set(names)]) : refuse(invalidInput(issues));
}
