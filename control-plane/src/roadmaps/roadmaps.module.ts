import { Module } from "@nestjs/common";
import { TenancyModule } from "../tenancy/index.js";
import { RoadmapLoaders } from "./adapters/graphql/roadmap-loaders.js";
import { RoadmapMutations } from "./adapters/graphql/roadmaps.mutations.js";
import {
  DeclaredDependencyResolver,
  RoadmapEventResolver,
  RoadmapResolver,
} from "./adapters/graphql/roadmap.resolver.js";
import { pgRoadmapsPorts } from "./adapters/postgres/pg-roadmaps-ports.js";
import { ROADMAPS_PORTS } from "./roadmaps.tokens.js";

/** Roadmaps of dependency reduction on PostgreSQL. */
@Module({
  imports: [TenancyModule],
  providers: [
    { provide: ROADMAPS_PORTS, useFactory: pgRoadmapsPorts },
    RoadmapLoaders,
    RoadmapResolver,
    DeclaredDependencyResolver,
    RoadmapEventResolver,
    RoadmapMutations,
  ],
})
export class RoadmapsModule {}
