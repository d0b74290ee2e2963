import { highRiskOf } from "@socle/policies";
import { screened, type AiUseCase } from "../../../../registry/index.js";
import type { Duties } from "../../../domain/desk/incidents/incident.js";

/** What articles 26(5) and 73 ask of the body of a use case, by its file: less only where it says so. */
export const dutiesIn = ({ dossier }: Pick<AiUseCase, "dossier">): Duties => ({
  bound: highRiskOf(screened(dossier)) !== "no",
  deployer: dossier.aiActRole !== "provider",
});
