import { json, Table, values } from "../../../platform/database/table.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";

export const USE_CASES = new Table<AiUseCase>("use_case", {
  ...values("id", "slug", "name", "description", "organisationId", "state", "suspendedFrom", "labels", "serviceClass"),
  ...values("maxOutputTokens", "decisionRole", "affectsIndividuals", "staffEffect", "ownerEmail", "oversight"),
  ...values("declaredBy", "declaredAt", "amendedBy", "mergedInto", "version"),
  ...json("evidence", "dossier", "convergence"),
});
