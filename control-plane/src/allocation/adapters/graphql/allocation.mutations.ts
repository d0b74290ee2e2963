import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import { closeLostEpochUseCase } from "../../use-cases/close-lost-epoch.use-case.js";
import { grantAllocationUseCase } from "../../use-cases/grant-allocation.use-case.js";
import {
  AllocationResult,
  ClosedEpochResult,
  CloseLostEpochInputType,
  GrantAllocationInputType,
} from "./allocation.types.js";

/** Verbs on rights in GPUs and on leases; ceilings are set where their balances are read. */
export const AllocationMutations = mutations<AllocationPorts>(ALLOCATION_PORTS, {
  grantAllocation: answering(AllocationResult)(grantAllocationUseCase, GrantAllocationInputType),
  closeLostEpoch: answering(ClosedEpochResult)(
    closeLostEpochUseCase,
    CloseLostEpochInputType,
    "Gives up the records of a scheduler's life whose state folder is gone.",
  ),
});
