import { memoryRunner } from "../../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../../kernel/actor.js";
import { systemIds } from "../../../../kernel/id-source.js";
import { bundlePortsBehaviour } from "../../../ports/bundles/bundle-ports.behaviour.js";
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
