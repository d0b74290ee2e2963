import type { UseCaseStandingV1 } from "@socle/contracts";
import type { Said } from "./facts.js";

/** What a use case's body declares under regulation (EU) 2024/1689; `null` or absent where it declares nothing. */
export type AiActDeclaration = {
  readonly [Field in "aiActClass" | "annexIii" | "article63"]?: UseCaseStandingV1[Field] | null;
} & { readonly profiling?: boolean | null };

/**
 * Article 6: high-risk by its declared class, or by an area of annex III. A ground of article 6(3) excepts from the area
 * only where it is declared that nobody is profiled, and never against the declared class. "" when too little is declared.
 */
export function highRiskOf({ aiActClass, annexIii, article63, profiling }: AiActDeclaration): Said {
  if (aiActClass === "high") return "yes";
  const area = annexIii ?? "";
  if (area !== "" && area !== "none" && !(article63 && profiling === false)) return "yes";
  return aiActClass == null || area === "" ? "" : "no";
}

/**
 * Articles 27(1) and 49(3): whether a high-risk system needs an impact assessment on fundamental rights and the deployer's
 * own registration. Both except critical infrastructure (point 2 of annex III), which article 49(5) registers nationally.
 */
export const friaDueOf = (declaration: AiActDeclaration): Said =>
  declaration.annexIii === "critical_infrastructure" ? "no" : highRiskOf(declaration);
