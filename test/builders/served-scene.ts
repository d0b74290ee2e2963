import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { servingUseCases } from "../../control-plane/src/serving/index.js";
import type { DatabaseHandle } from "../fakes/database.js";
import { runOn } from "../fakes/run-on.js";
import { DECLARED_DOSSIER, DECLARED_EVIDENCE, FRENCH } from "./standing.builder.js";
import { plantTree, type SampleTree } from "./tree.js";

export interface ServedScene extends SampleTree {
  readonly poolId: string;
  readonly useCaseId: string;
  readonly applicationId: string;
}

/** The sample tree with one use case of DGFiP, its application, and a pool of eight GPUs. */
export async function servedScene(database: Pick<DatabaseHandle, "write" | "transactions">): Promise<ServedScene> {
  const tree = await plantTree(database);
  const system = systemActor("test");
  const useCase = await runOn(database, system, registryUseCases.importUseCase, {
    slug: "courrier",
    name: "Courrier clair",
    description: "Réécrit les courriers en langage clair.",
    organisationId: tree.dgfip,
    state: "deployed",
    labels: ["internal"],
    serviceClass: "interactive",
    maxOutputTokens: 512,
    decisionRole: "assist",
    affectsIndividuals: false,
    staffEffect: "augmentation",
    ownerEmail: "owner@economie.example",
    oversight: "Chaque courrier est relu et signé par un agent.",
    dossier: DECLARED_DOSSIER,
    evidence: DECLARED_EVIDENCE,
  });
  const application = await runOn(database, system, registryUseCases.importApplication, {
    slug: "courrier-web",
    name: "Courrier web",
    environment: "production",
    useCase: "courrier",
  });
  const pool = await runOn(database, system, servingUseCases.registerPool, {
    slug: "nubo",
    name: "Nubo",
    gpuClass: "H100",
    gpuCount: 8,
    acceptedLabels: ["public", "internal"],
    hosting: "state_internal",
    standing: FRENCH,
  });
  return { ...tree, poolId: pool.id, useCaseId: useCase.id, applicationId: application.id };
}
