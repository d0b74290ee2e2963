import { Inject, type Type } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../tenancy/index.js";
import type { SubmissionTarget } from "../../domain/submission/submission.js";
import { CapacityLoaders } from "./capacity-loaders.js";
import { CapacityDeclarationType, CapacityLineType, OverCommitmentType } from "./declaration.types.js";
import { CapacityNeedType } from "./need.types.js";
import { SubmissionCommentType, SubmissionEventType, SubmissionOptionType } from "./submission.types.js";

interface SubmissionParent {
  readonly id: string;
  readonly organisationId: string;
  readonly declaredBy: string;
}

/** Fields that declarations and needs share; `of` is the class of the type, `target` what it stands for. */
function submissionFields(of: new () => SubmissionParent, target: SubmissionTarget): Type {
  @Resolver(() => of)
  class SubmissionFields {
    constructor(
      @Inject(CapacityLoaders) private readonly capacity: CapacityLoaders,
      @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
      @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
    ) {}

    @ResolveField(() => OrganisationType, { nullable: true })
    organisation(@Parent() parent: SubmissionParent, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.organisations.load(l, actor, parent.organisationId);
    }

    @ResolveField(() => String, { description: "Who wrote the present version; may not validate it." })
    declaredBy(@Parent() parent: SubmissionParent, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.people.nameOf(l, actor, parent.declaredBy);
    }

    @ResolveField(() => [SubmissionOptionType])
    steps(@Parent() parent: SubmissionParent, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.capacity.steps(l, actor, target, parent.id);
    }

    @ResolveField(() => [SubmissionEventType], { description: "Oldest first." })
    history(@Parent() parent: SubmissionParent, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.capacity.history(l, actor, target, parent.id);
    }

    @ResolveField(() => [SubmissionCommentType], { description: "Oldest first." })
    comments(@Parent() parent: SubmissionParent, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.capacity.comments(l, actor, target, parent.id);
    }
  }
  return SubmissionFields;
}

export const DeclarationFields = submissionFields(CapacityDeclarationType, "declaration");
export const NeedFields = submissionFields(CapacityNeedType, "need");

/** The name of whoever did something, or a reference for whom this person may not see. */
function byField(of: new () => { readonly by: string }): Type {
  @Resolver(() => of)
  class ByField {
    constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

    @ResolveField(() => String)
    by(@Parent() parent: { readonly by: string }, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
      return this.people.nameOf(l, actor, parent.by);
    }
  }
  return ByField;
}

export const SubmissionEventBy = byField(SubmissionEventType);
export const SubmissionCommentBy = byField(SubmissionCommentType);

@Resolver(() => OverCommitmentType)
export class OverCommitmentResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String)
  approvedBy(@Parent() parent: OverCommitmentType, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
    return this.people.nameOf(l, actor, parent.approvedBy);
  }
}

@Resolver(() => CapacityLineType)
export class LineResolver {
  constructor(
    @Inject(CapacityLoaders) private readonly capacity: CapacityLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() parent: CapacityLineType, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
    return this.organisations.load(l, actor, parent.organisationId);
  }

  @ResolveField(() => CapacityDeclarationType, { nullable: true })
  declaration(@Parent() parent: CapacityLineType, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
    return this.capacity.declaration(l, actor, parent.declarationId);
  }
}
