import { Module } from "@nestjs/common";
import { REGISTRY_PORTS, RegistryModule, type RegistryPorts } from "../registry/index.js";
import { LedgerModule } from "../ledger/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { ActiveRuleBook } from "./adapters/bundles/active-rule-book.js";
import { AlgorithmInventoryController } from "./adapters/http/algorithm-inventory.controller.js";
import { DecisionTraceController } from "./adapters/http/decision-trace.controller.js";
import { IncidentController } from "./adapters/http/incident.controller.js";
import { AssessmentResolver } from "./adapters/graphql/desk/assessments/assessment.resolver.js";
import { DeskMutations } from "./adapters/graphql/desk/desk.mutations.js";
import { DerogationResolver } from "./adapters/graphql/desk/derogations/derogation.resolver.js";
import { DeskDoor, type DeskRoomPorts } from "./adapters/graphql/desk/desk-door.js";
import { DeskLinks } from "./adapters/graphql/desk/desk-links.js";
import { IncidentResolver } from "./adapters/graphql/desk/incidents/incident.resolver.js";
import { OpinionResolver } from "./adapters/graphql/desk/counsel/opinion.resolver.js";
import { QuestionResolver } from "./adapters/graphql/desk/counsel/question.resolver.js";
import { RegisterResolver } from "./adapters/graphql/desk/register.resolver.js";
import { ReviewResolver } from "./adapters/graphql/desk/counsel/review.resolver.js";
import { UseCaseDeskResolver } from "./adapters/graphql/desk/use-case-desk.resolver.js";
import { pgDeskPorts } from "./adapters/postgres/desk/pg-desk-ports.js";
import { ACTIVE_RULES } from "./bundles.tokens.js";
import { DESK_PORTS } from "./desk.tokens.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";

/** What is asked of the compliance cell, declared to it and granted by it. */
@Module({
  imports: [TenancyModule, RegistryModule, LedgerModule],
  controllers: [AlgorithmInventoryController, DecisionTraceController, IncidentController],
  providers: [
    {
      provide: DESK_PORTS,
      inject: [ACTIVE_RULES, REGISTRY_PORTS],
      useFactory: (rules: ActiveRules, registry: RegistryPorts): DeskRoomPorts => ({
        ...pgDeskPorts(new ActiveRuleBook(rules)),
        registry,
      }),
    },
    DeskDoor,
    DeskLinks,
    DerogationResolver,
    DeskMutations,
    QuestionResolver,
    ReviewResolver,
    OpinionResolver,
    AssessmentResolver,
    IncidentResolver,
    UseCaseDeskResolver,
    RegisterResolver,
  ],
})
export class DeskModule {}
