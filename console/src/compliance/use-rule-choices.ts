import { useLocaleState } from "react-admin";
import { RulesInForce } from "../generated/operations";
import { useOperation } from "../providers/use-operation";

/** The rules in force, by name, as the choices of a field. */
export function useRuleChoices(): readonly (readonly [string, string])[] {
  const rules = useOperation(RulesInForce, {}).data?.rulesInForce ?? [];
  return rules.map(({ id }) => [id, id]);
}

/** What a rule says, as a part of a sentence; its name where it is no longer in force. */
export function useRuleWords(): (id: string) => string {
  const [locale] = useLocaleState();
  const rules = useOperation(RulesInForce, {}).data?.rulesInForce ?? [];
  return (id) => {
    const rule = rules.find((one) => one.id === id);
    return (rule?.[locale === "en" ? "en" : "fr"] ?? id).replace(/\.$/u, "");
  };
}
