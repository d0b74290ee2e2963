import { systemActor } from "../../../kernel/actor.js";
import { systemClock, type Clock } from "../../../kernel/clock.js";
import { systemIds } from "../../../kernel/id-source.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { seedRecordsOf, type SeedRecords } from "./seed-records.js";
import { grantAllocation, setBudget, setUsageLimit } from "../../../allocation/index.js";
import { PgGovernanceJournal } from "../../../audit/index.js";
import { capacityUseCases } from "../../../capacity/index.js";
import { createDataSource } from "../../../platform/database/data-source.js";
import { PgTransactions } from "../../../platform/database/pg-transactions.js";
import { TransactionalRunner } from "../../../platform/use-case-runner/transactional-runner.js";
import { silentObserver } from "../../../platform/use-case-runner/use-case-observer.port.js";
import { planUseCases } from "../../../plan/index.js";
import { registryUseCases } from "../../../registry/index.js";
import { roadmapsUseCases } from "../../../roadmaps/index.js";
import { servingUseCases } from "../../../serving/index.js";
import { CaslAuthoriser, exportTenancy, PgOrganisationRepository, tenancyUseCases } from "../../../tenancy/index.js";
import type { SeedRooms, Verb } from "../../ports/seed-rooms.port.js";

/** The rooms on a PostgreSQL, acted on by the platform itself; `close` ends the connections. */
export interface PlatformRooms {
  readonly rooms: SeedRooms;
  records(): Promise<SeedRecords>;
  close(): Promise<void>;
}

export async function openPlatformRooms(databaseUrl: string, clock: Clock = systemClock): Promise<PlatformRooms> {
  const dataSource = await createDataSource({
    url: databaseUrl,
    poolSize: 2,
    onPoolError: () => undefined,
  }).initialize();
  const actor = systemActor("seed");
  const runner = new TransactionalRunner(
    new PgTransactions(dataSource, clock, systemIds),
    new CaslAuthoriser(new PgOrganisationRepository()),
    new PgGovernanceJournal(),
    silentObserver,
  );
  const verb =
    <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>): Verb<Output> =>
    (input) =>
      runner.run(actor, useCase, input);
  const read = <T>(query: (ctx: Context) => Promise<T>) => runner.read(actor, query);
  return {
    records: () => read(seedRecordsOf),
    close: () => dataSource.destroy(),
    rooms: {
      tenancy: () => read(exportTenancy),
      saveOrganisation: verb(tenancyUseCases.saveOrganisation),
      giveMembership: verb(tenancyUseCases.giveMembership),
      importModel: verb(registryUseCases.importModel),
      defineAlias: verb(registryUseCases.defineAlias),
      registerPool: verb(servingUseCases.registerPool),
      deployModel: verb(servingUseCases.deployModel),
      importUseCase: verb(registryUseCases.importUseCase),
      importApplication: verb(registryUseCases.importApplication),
      importBrick: verb(registryUseCases.importBrick),
      importShadowTool: verb(registryUseCases.importShadowTool),
      importPlanRecord: verb(planUseCases.importPlanRecord),
      importTraining: verb(registryUseCases.importTraining),
      importEvaluation: verb(registryUseCases.importEvaluation),
      importConsultation: verb(registryUseCases.importConsultation),
      grantAllocation: verb(grantAllocation),
      setBudget: verb(setBudget),
      setUsageLimit: verb(setUsageLimit),
      importCampaign: verb(capacityUseCases.importCampaign),
      setRoadmapReference: verb(roadmapsUseCases.setReference),
      importRoadmap: verb(roadmapsUseCases.importRoadmap),
    },
  };
}
