import type { UseCaseStandingV1 } from "@socle/contracts";
import type { Said } from "./facts.js";

/** What a use case's body declares under regulation (EU) 2024/1689; `null` or absent where it declares nothing. */
export type AiActDeclaration = {
  readonly [Field in "aiActClass" | "annexIii" | "article63"]?: UseCaseStandingV1[Field] | null;
} & { readonly [Field in "annexI" | "profiling"]?: boolean | null };

/**
 * Article 6(2): high-risk by an area of annex III, or by its declared class where annex I does not explain it. A ground of
 * article 6(3) excepts from the area only where it is declared that nobody is profiled, and never against the declared class.
 * "" when too little is declared.
 */
export function annexIiiRiskOf({ aiActClass, annexI, annexIii, article63, profiling }: AiActDeclaration): Said {
  const area = annexIii ?? "";
  if (area !== "" && area !== "none" && !(article63 && profiling === false)) return "yes";
  if (aiActClass === "high") return annexI === true && area === "none" ? "no" : "yes";
  return aiActClass == null || area === "" ? "" : "no";
}

/** Article 6: high-risk as a product of annex I, or by annex III. "" when too little is declared. */
export function highRiskOf(declaration: AiActDeclaration): Said {
  const third = annexIiiRiskOf(declaration);
  if (declaration.annexI === true || third === "yes") return "yes";
  return declaration.annexI == null || third === "" ? "" : "no";
}

/**
 * Articles 27(1) and 49(3), of systems of annex III alone: whether it needs an impact assessment on fundamental rights and the
 * deployer's own registration. Both except critical infrastructure (point 2), which article 49(5) registers nationally.
 */
export const friaDueOf = (declaration: AiActDeclaration): Said =>
  declaration.annexIii === "critical_infrastructure" ? "no" : annexIiiRiskOf(declaration);
