import pg from "pg";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { PgEmergencyAccesses } from "../../control-plane/src/tenancy/adapters/postgres/pg-emergency-accesses.js";
import { PgMembershipChanges } from "../../control-plane/src/tenancy/adapters/postgres/pg-membership-changes.js";
import { PgOrganisationRepository } from "../../control-plane/src/tenancy/adapters/postgres/pg-organisation-repository.js";
import {
  PgMembershipRepository,
  PgPersonRepository,
  PgSessionRepository,
} from "../../control-plane/src/tenancy/adapters/postgres/pg-people-repositories.js";
import { organisationRepositoryBehaviour } from "../../control-plane/src/tenancy/ports/organisation-repository.behaviour.js";
import { peopleRepositoriesBehaviour } from "../../control-plane/src/tenancy/ports/people-repositories.behaviour.js";
import { plantTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => database.write(systemActor("test"), work);

async function empty(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.urls.ownerUrl });
  await owner.connect();
  await owner.query(
    "TRUNCATE session, emergency_access, membership_change, membership, person; DELETE FROM organisation",
  );
  await owner.end();
}

organisationRepositoryBehaviour(async () => {
  await empty();
  return { repository: new PgOrganisationRepository(), within };
});

peopleRepositoriesBehaviour(async () => {
  await empty();
  const { culture } = await plantTree(database);
  return {
    persons: new PgPersonRepository(),
    memberships: new PgMembershipRepository(),
    sessions: new PgSessionRepository(),
    changes: new PgMembershipChanges(),
    emergencies: new PgEmergencyAccesses(),
    organisationId: culture,
    within,
  };
});
