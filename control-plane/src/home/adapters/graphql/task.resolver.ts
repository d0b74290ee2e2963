import { Inject } from "@nestjs/common";
import { Field, ID, ObjectType, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { tasksFor } from "../../domain/tasks.js";
import { WAITING_WORK } from "../../home.tokens.js";
import type { WaitingWork } from "../../ports/waiting-work.port.js";

@ObjectType("Task", { description: "One thing this person is waited for, by role." })
export class TaskType {
  organisationId!: string | null;
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) subjectType!: string;
  @Field(() => ID) subjectId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) detail!: string | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
}

@Resolver(() => TaskType)
export class TaskResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(WAITING_WORK) private readonly work: WaitingWork,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => [TaskType])
  async tasks(@CurrentActor() actor: PersonActor): Promise<readonly TaskType[]> {
    return tasksFor(actor, await this.runner.read(actor, (ctx) => this.work.list(ctx)));
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(
    @Parent() { organisationId }: TaskType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> | null {
    return organisationId === null ? null : this.organisations.load(loaders, actor, organisationId);
  }
}
