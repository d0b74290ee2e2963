import { highRiskOf } from "@socle/policies";
import type { AiUseCase } from "../../../../registry/index.js";

/** Articles 26(5) and 73 bind for a high-risk system, and for one of which nobody said whether it is. */
export const boundBy73 = ({ dossier }: Pick<AiUseCase, "dossier">): boolean =>
  // Whoever gave a class looked for the areas of annex III: an area that is not named was not found.
  highRiskOf(dossier.aiActClass == null ? {} : { ...dossier, annexIii: dossier.annexIii ?? "none" }) !== "no";
