import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { memoryRunner } from "../../use-case-runner.js";
import { organisationRepositoryBehaviour } from "../../../../control-plane/src/tenancy/ports/organisation-repository.behaviour.js";
import { peopleRepositoriesBehaviour } from "../../../../control-plane/src/tenancy/ports/people-repositories.behaviour.js";
import { MemoryOrganisationRepository } from "./memory-organisation-repository.js";
import {
  MemoryEmergencyAccesses,
  MemoryMembershipChanges,
  MemoryMembershipRepository,
  MemoryPersonRepository,
  MemorySessionRepository,
} from "./memory-people-repositories.js";

const { transactions } = memoryRunner();
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => transactions.read(systemActor("test"), work);

organisationRepositoryBehaviour(() => Promise.resolve({ repository: new MemoryOrganisationRepository(), within }));
peopleRepositoriesBehaviour(() =>
  Promise.resolve({
    persons: new MemoryPersonRepository(),
    memberships: new MemoryMembershipRepository(),
    sessions: new MemorySessionRepository(),
    changes: new MemoryMembershipChanges(),
    emergencies: new MemoryEmergencyAccesses(),
    organisationId: systemIds.next(),
    within,
  }),
);
