import { SNAPSHOT_PATH, type SignedSnapshotV1, type SnapshotV1 } from "@socle/contracts";
import { systemActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import type { DatabaseHandle } from "../fakes/database.js";
import { replicaAuthorization } from "../fakes/internal-call.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { aDeclaration } from "./declaration.js";
import { DECLARED_DOSSIER } from "./standing.builder.js";
import { plantTree, type SampleTree } from "./tree.js";

/** What a mutation of the desk answered: a record, or why not. */
export type Told = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

/** A control plane with a deployed use case of a direction, and somebody of every role that the desk knows. */
export interface DeskScene {
  readonly socle: TestControlPlane;
  readonly tree: SampleTree;
  readonly useCaseId: string;
  readonly as: (role: Role, organisationId: string) => Promise<SignedIn>;
  /** Sends one mutation, or query, and gives back its one field. */
  ask(who: SignedIn, operation: string): Promise<Told>;
  /** Long polls until a snapshot shows what is wanted. */
  snapshotWith(wanted: (snapshot: SnapshotV1) => boolean): Promise<SnapshotV1>;
}

export async function deskScene(database: DatabaseHandle, fields: object = {}): Promise<DeskScene> {
  const tree = await plantTree(database);
  const socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const useCase = await runOn(database, systemActor("test"), registryUseCases.importUseCase, {
    ...aDeclaration,
    ...{
      serviceClass: "interactive",
      decisionRole: "assist",
      affectsIndividuals: false,
      staffEffect: "augmentation",
      organisationId: tree.dgfip,
    },
    ...{ slug: "courriers", name: "Courriers", state: "deployed", dossier: DECLARED_DOSSIER, ...fields },
  });
  return {
    socle,
    tree,
    useCaseId: useCase.id,
    as: (role, organisationId) => signedInAs(database, socle.origin, role, organisationId),
    async ask(who, operation) {
      const { data, errors } = await who.graphql<{ it: Told }>(operation);
      if (data?.it === undefined) throw new Error(JSON.stringify(errors));
      return data.it;
    },
    snapshotWith: (wanted) => until(socle, wanted),
  };
}

async function until(socle: TestControlPlane, wanted: (snapshot: SnapshotV1) => boolean): Promise<SnapshotV1> {
  for (let etag: string | undefined; ;) {
    const authorization = await replicaAuthorization(socle, "r1", { method: "GET", path: SNAPSHOT_PATH });
    const headers = { authorization, ...(etag === undefined ? {} : { "if-none-match": etag }) };
    const answer = await fetch(`${socle.origin}${SNAPSHOT_PATH}`, { headers });
    if (answer.status !== 200) continue;
    etag = answer.headers.get("etag") ?? undefined;
    const snapshot = JSON.parse(((await answer.json()) as SignedSnapshotV1).payload) as SnapshotV1;
    if (wanted(snapshot)) return snapshot;
  }
}
