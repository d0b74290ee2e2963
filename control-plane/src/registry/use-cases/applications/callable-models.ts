import { invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import type { ModelRepository } from "../../ports/model-repository.port.js";

/** Checks a list of names that an application may call; `null` stands for all models. */
export async function callableModels(
  models: ModelRepository,
  ctx: Context,
  names: readonly string[] | null,
): Promise<Result<readonly string[] | null>> {
  if (names === null) return ok(null);
  const known = new Set([...(await models.all(ctx)), ...(await models.aliases(ctx))].map((each) => each.name));
  const issues = names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: `models.${index}`, message: `No model or alias is named ${name}.` }],
  );
  return issues.length === 0 ? ok([...new Set(names)]) : refuse(invalidInput(issues));
}
