import { memoryRunner } from "../../../use-case-runner.js";
import { systemActor } from "../../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../../control-plane/src/kernel/id-source.js";
import { bundlePortsBehaviour } from "../../../../../control-plane/src/compliance/ports/bundles/bundle-ports.behaviour.js";
import { MemoryBundleRepository, MemoryProposalRepository } from "./memory-bundle-repositories.js";

bundlePortsBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    bundles: new MemoryBundleRepository(),
    proposals: new MemoryProposalRepository(),
    organisationId: "etat",
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
