import type { Dossier } from "./dossier.js";

type Fields = "aiActClass" | "annexI" | "annexIii" | "article63" | "profiling" | "prohibitedPractice";
type Screenable = Pick<Dossier, "aiActClass" | "annexI" | "annexIii"> & Partial<Pick<Dossier, Fields>>;

/**
 * What is known under the AI Act once a class is given: whoever gave it looked for the practices of article 5 and the areas of
 * annex III, and one below "high" says that the system is no product of annex I. Before that nothing is presumed.
 */
export function screened<Of extends Screenable>(dossier: Of) {
  const { aiActClass } = dossier;
  if (aiActClass == null) return dossier;
  return {
    ...dossier,
    prohibitedPractice: dossier.prohibitedPractice ?? ("none" as const),
    annexIii: dossier.annexIii ?? ("none" as const),
    annexI: dossier.annexI ?? (aiActClass === "high" || aiActClass === "prohibited" ? null : false),
  };
}
