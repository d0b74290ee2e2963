import { Module } from "@nestjs/common";
import { RULE_GUARD } from "../platform/tokens.js";
import { TenancyModule } from "../tenancy/index.js";
import { ApiKeyResolver, ApplicationResolver, KeyRequestResolver } from "./adapters/graphql/application.resolver.js";
import { UseCaseChangeResolver, UseCaseChangesResolver } from "./adapters/graphql/change.resolver.js";
import { ModelResolver, OrganisationUseCases } from "./adapters/graphql/catalogue.resolvers.js";
import { ModelMutations, ModelNoticeResolver, ModelSunsetResolver } from "./adapters/graphql/model.resolver.js";
import { BrickResolver } from "./adapters/graphql/portfolio/brick.resolver.js";
import { EvaluationListsResolver } from "./adapters/graphql/portfolio/evaluation-lists.resolver.js";
import { RecordLoaders } from "./adapters/graphql/portfolio/record-loaders.js";
import { SelectionResolver } from "./adapters/graphql/portfolio/selection.resolver.js";
import { ShadowToolResolver } from "./adapters/graphql/portfolio/shadow-tool.resolver.js";
import { TrainingResolver, TrainingTotalResolver } from "./adapters/graphql/portfolio/training.resolver.js";
import { UseCaseRecordsResolver } from "./adapters/graphql/portfolio/use-case-records.resolver.js";
import { RegistryMutations } from "./adapters/graphql/registry.mutations.js";
import { RegistryLoaders } from "./adapters/graphql/registry-loaders.js";
import { UseCaseEventResolver, UseCaseResolver } from "./adapters/graphql/use-case.resolver.js";
import { pgRegistryPorts } from "./adapters/postgres/pg-registry-ports.js";
import { REGISTRY_PORTS } from "./registry.tokens.js";

/** Use cases, applications, keys and models on PostgreSQL. */
@Module({
  imports: [TenancyModule],
  providers: [
    { provide: REGISTRY_PORTS, inject: [RULE_GUARD], useFactory: pgRegistryPorts },
    RegistryLoaders,
    UseCaseResolver,
    UseCaseEventResolver,
    RegistryMutations,
    ApplicationResolver,
    ApiKeyResolver,
    KeyRequestResolver,
    ModelResolver,
    OrganisationUseCases,
    ModelMutations,
    ModelSunsetResolver,
    ModelNoticeResolver,
    RecordLoaders,
    UseCaseRecordsResolver,
    UseCaseChangesResolver,
    UseCaseChangeResolver,
    SelectionResolver,
    EvaluationListsResolver,
    BrickResolver,
    ShadowToolResolver,
    TrainingResolver,
    TrainingTotalResolver,
  ],
  exports: [REGISTRY_PORTS, RegistryLoaders],
})
export class RegistryModule {}
