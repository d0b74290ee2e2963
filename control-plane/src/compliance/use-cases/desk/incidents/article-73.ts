import { highRiskOf } from "@socle/policies";
import type { AiUseCase } from "../../../../registry/index.js";
import type { Duties } from "../../../domain/desk/incidents/incident.js";

/** What articles 26(5) and 73 ask of the body of a use case, by its file: less only where it says so. */
export const dutiesIn = ({ dossier }: Pick<AiUseCase, "dossier">): Duties => ({
  // Whoever gave a class looked for the areas of annex III: an area that is not named was not found.
  bound: highRiskOf(dossier.aiActClass == null ? {} : { ...dossier, annexIii: dossier.annexIii ?? "none" }) !== "no",
  deployer: dossier.aiActRole !== "provider",
});
