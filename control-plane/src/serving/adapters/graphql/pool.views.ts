import type { Deployment } from "../../domain/pool.js";
import type { DeploymentType } from "./pool.types.js";

const MICRO = 1_000_000;

/** Without the names of variables that hold keys. */
export const deploymentView = (deployment: Deployment): DeploymentType => ({
  id: deployment.id,
  servedName: deployment.servedName,
  gpusPerReplica: deployment.gpusPerReplica,
  inputPricePerMillion: deployment.price.inputPerMillion / MICRO,
  outputPricePerMillion: deployment.price.outputPerMillion / MICRO,
  endpoints: deployment.endpoints.map(({ id, url, simulated }) => ({ id, url, simulated })),
  modelId: deployment.modelId,
});
