import { PgMembershipRepository, PgPersonRepository } from "./adapters/postgres/pg-people-repositories.js";
import { PgOrganisationRepository } from "./adapters/postgres/pg-organisation-repository.js";
import { closeMembershipUseCase } from "./use-cases/close-membership.use-case.js";
import { giveMembershipUseCase } from "./use-cases/give-membership.use-case.js";
import { saveOrganisationUseCase } from "./use-cases/save-organisation.use-case.js";

const organisations = new PgOrganisationRepository();
const persons = new PgPersonRepository();
const memberships = new PgMembershipRepository();

/** The room's verbs on PostgreSQL, for callers outside the web application, such as the seed. */
export const tenancyUseCases = {
  saveOrganisation: saveOrganisationUseCase({ organisations, persons, memberships }),
  giveMembership: giveMembershipUseCase({ organisations, persons, memberships }),
  closeMembership: closeMembershipUseCase(memberships),
} as const;
