import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import type { UseCase } from "../../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import { clockOf, stepsFrom, type Incident } from "../../../../domain/desk/incidents/incident.js";
import { NOTIFICATION_TERMS } from "../../../../domain/desk/incidents/serious-incident.js";
import { declareIncident } from "../../../../use-cases/desk/incidents/declare-incident.use-case.js";
import { incidentActionTowards, moveIncident } from "../../../../use-cases/desk/incidents/move-incident.use-case.js";
import { notifyIncident } from "../../../../use-cases/desk/incidents/notify-incident.use-case.js";
import { recordMeasure } from "../../../../use-cases/desk/incidents/record-measure.use-case.js";
import { requalifyIncident } from "../../../../use-cases/desk/incidents/requalify-incident.use-case.js";
import { suspendForIncident } from "../../../../use-cases/desk/incidents/suspend-for-incident.use-case.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import {
  DeclareIncidentFields,
  IncidentConnectionType,
  IncidentResult,
  IncidentType,
  MoveIncidentFields,
  NotifyIncidentFields,
  RecordMeasureFields,
  RequalifyIncidentFields,
  SuspendForIncidentFields,
} from "./incident.types.js";

export const incidentView =
  (now: Date) =>
  ({ declaredBy, dueAt, measures, ...shown }: Incident): IncidentType => ({
    ...shown,
    clock: {
      ...NOTIFICATION_TERMS[shown.kind],
      dueAt,
      state: clockOf({ ...shown, declaredBy, dueAt, measures }, now),
    },
    measures: measures.map(({ at, text }) => ({ at, text })),
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

  @Mutation(() => IncidentResult)
  declareIncident(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => DeclareIncidentFields }) input: DeclareIncidentFields,
  ) {
    const { incidents } = this.desk.ports;
    return this.desk.create(actor, declareIncident(this.desk.ports), incidents, input, incidentView(this.desk.now()));
  }

  @Mutation(() => IncidentResult, { description: "The term runs anew from the day of knowledge." })
  requalifyIncident(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RequalifyIncidentFields }) input: RequalifyIncidentFields,
  ) {
    return this.run(actor, requalifyIncident(this.desk.ports), input);
  }

  @Mutation(() => IncidentResult)
  recordMeasure(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RecordMeasureFields }) input: RecordMeasureFields,
  ) {
    return this.run(actor, recordMeasure(this.desk.ports), input);
  }

  @Mutation(() => IncidentResult)
  notifyIncident(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => NotifyIncidentFields }) input: NotifyIncidentFields,
  ) {
    return this.run(actor, notifyIncident(this.desk.ports), input);
  }

  @Mutation(() => IncidentResult, { description: "The compliance cell alone closes." })
  moveIncident(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => MoveIncidentFields }) input: MoveIncidentFields,
  ) {
    return this.run(actor, moveIncident(this.desk.ports, incidentActionTowards(input.to)), input);
  }

  @Mutation(() => IncidentResult, { description: "The use case's keys stop everywhere within five seconds." })
  suspendForIncident(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => SuspendForIncidentFields }) input: SuspendForIncidentFields,
  ) {
    return this.run(actor, suspendForIncident(this.desk.ports), input);
  }

  private run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, Incident>, input: unknown) {
    return this.desk.run(actor, useCase, input, incidentView(this.desk.now()));
  }
}
