import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import type { Context } from "../../../kernel/use-case.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { organisationRepositoryBehaviour } from "../../ports/organisation-repository.behaviour.js";
import { peopleRepositoriesBehaviour } from "../../ports/people-repositories.behaviour.js";
import { MemoryOrganisationRepository } from "./memory-organisation-repository.js";
import {
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
    organisationId: systemIds.next(),
    within,
  }),
);
