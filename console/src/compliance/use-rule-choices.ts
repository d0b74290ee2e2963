import { RulesInForce } from "../generated/operations";
import { useOperation } from "../providers/use-operation";

/** The rules in force, by name, as the choices of a field. */
export function useRuleChoices(): readonly (readonly [string, string])[] {
  const rules = useOperation(RulesInForce, {}).data?.rulesInForce ?? [];
  return rules.map(({ id }) => [id, id]);
}
