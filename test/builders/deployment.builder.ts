import type { DeploymentV1, SnapshotV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import { compileSnapshot } from "../../scheduler/src/kernel/snapshot/compile-snapshot.js";
import type { CompiledSnapshot } from "../../scheduler/src/kernel/snapshot/compiled-snapshot.js";
import { snapshot } from "./snapshot.builder.js";

/** A model deployment without endpoints. */
export const deployment = (over: Partial<DeploymentV1> = {}): DeploymentV1 => ({
  id: "deployment",
  poolId: "pool",
  modelId: "model",
  servedName: "model",
  gpusPerReplica: 2,
  profile: {
    alphaSeconds: 0.02,
    betaSeconds: 0.001,
    prefillSecondsPerToken: 0.0001,
    referenceBatch: 10,
    maxSequences: 64,
  },
  price: { inputPerMillion: 1_000_000, outputPerMillion: 3_000_000 },
  energy: { kWhPerMillionTokens: 2, kgCO2eqPerKWh: 0.05, method: "test-1" },
  endpoints: [],
  ...over,
});

/** A snapshot as the scheduler holds it. */
export const compiled = (over: Partial<SnapshotV1> = {}): CompiledSnapshot => {
  const source = snapshot(over);
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("the rules do not compile");
  return compileSnapshot(source, bundle.bundle);
};
