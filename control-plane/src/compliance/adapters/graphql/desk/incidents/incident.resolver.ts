import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import { clockOf, stepsFrom, type Incident } from "../../../../domain/desk/incidents/incident.js";
import { providerNoticeOf } from "../../../../domain/desk/incidents/provider-notice.js";
import { NOTIFICATION_TERMS } from "../../../../domain/desk/incidents/serious-incident.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import { IncidentConnectionType, IncidentType } from "./incident.types.js";

export const incidentView =
  (now: Date) =>
  ({ declaredBy: _declaredBy, dueAt, measures, findings, notices, ...shown }: Incident): IncidentType => ({
    ...shown,
    clock: {
      ...NOTIFICATION_TERMS[shown.kind],
      dueAt,
      state: clockOf({ dueAt, notification: shown.notification }, now),
    },
    measures: measures.map(({ at, text }) => ({ at, text })),
    findings: findings.map(({ at, harm, found, reason }) => ({ at, harm, found, reason })),
    notices: notices.map(({ by: _by, ...told }) => told),
    providerNotice: providerNoticeOf({ ...shown, dueAt, notices }),
    next: stepsFrom(shown.state),
  });

@Resolver(() => IncidentType)
export class IncidentResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => IncidentConnectionType)
  incidents(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<IncidentType>> {
    return this.desk.list(actor, "Incident", this.desk.ports.incidents, args, incidentView(this.desk.now()));
  }

  @Query(() => IncidentType, { nullable: true })
  async incident(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<IncidentType | null> {
    const found = await this.desk.one(actor, "Incident", this.desk.ports.incidents, id);
    return found === null ? null : incidentView(this.desk.now())(found);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() of: IncidentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.organisation(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true })
  useCase(@Parent() of: IncidentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.useCase(loaders, actor, of.useCaseId);
  }
}
