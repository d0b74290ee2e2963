import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import { CLOCK_STATES, INCIDENT_STATES, type Incident } from "../../../../domain/desk/incidents/incident.js";
import {
  NOTICE_RECIPIENTS,
  PROVIDER_NOTICE_STATES,
  type Notice,
} from "../../../../domain/desk/incidents/provider-notice.js";
import { HARMS, INCIDENT_KINDS, type Harm } from "../../../../domain/desk/incidents/serious-incident.js";

const IncidentKindEnum = graphqlEnum("IncidentKind", INCIDENT_KINDS);
const IncidentStateEnum = graphqlEnum("IncidentState", INCIDENT_STATES);
const RecipientEnum = graphqlEnum("NoticeRecipient", NOTICE_RECIPIENTS);
const ProviderNoticeEnum = graphqlEnum("ProviderNoticeState", PROVIDER_NOTICE_STATES);
const HarmEnum = graphqlEnum("IncidentHarm", HARMS);
const ClockStateEnum = graphqlEnum("NotificationClockState", CLOCK_STATES);

@ObjectType("NotificationClock", { description: "The term of article 73 of the AI Act." })
export class NotificationClockType {
  @Field(() => ClockStateEnum) state!: (typeof CLOCK_STATES)[number];
  @Field(() => Int, { nullable: true, description: "Days from the day of knowledge." }) days!: number | null;
  @Field(() => Date, { nullable: true, description: "Instant after which it is late." }) dueAt!: Date | null;
  @Field(() => String, { description: "Paragraph that sets it." }) text!: string;
}

@ObjectType("IncidentMeasure")
export class MeasureType {
  @Field(() => Date) at!: Date;
  @Field(() => String) text!: string;
}

@ObjectType("IncidentFinding")
export class FindingType {
  @Field(() => Date) at!: Date;
  @Field(() => HarmEnum) harm!: Harm;
  @Field(() => Boolean, { description: "False when it was withdrawn." }) found!: boolean;
  @Field(() => String, { description: "Empty of what was declared at once." }) reason!: string;
}

@ObjectType("IncidentNotification")
export class NotificationType {
  @Field(() => Date, { description: "Of the first report." }) at!: Date;
  @Field(() => String) authority!: string;
  @Field(() => String) reference!: string;
  @Field(() => Boolean, { description: "The complete report is still to come." }) interim!: boolean;
}

@ObjectType("IncidentNotice", { description: "Article 26(5) of the AI Act." })
export class NoticeType {
  @Field(() => Date) at!: Date;
  @Field(() => RecipientEnum) to!: Notice["to"];
  @Field(() => String) name!: string;
  @Field(() => String) reference!: string;
  @Field(() => Boolean, { description: "The system may present a risk (article 79(1))." }) risk!: boolean;
}

@ObjectType("Incident")
export class IncidentType {
  @Field(() => ID) id!: string;
  @Field(() => IncidentKindEnum, { description: "Follows from its harms." }) kind!: Incident["kind"];
  @Field(() => [HarmEnum]) harms!: readonly Harm[];
  @Field(() => [FindingType], { description: "Oldest first." }) findings!: readonly FindingType[];
  @Field(() => Boolean, { description: "Article 73 binds: the system is high-risk, or nobody knows." }) bound!: boolean;
  @Field(() => String) title!: string;
  @Field(() => String) description!: string;
  @Field(() => String, { nullable: true }) systemVersion!: string | null;
  @Field(() => Date, { nullable: true }) occurredAt!: Date | null;
  @Field(() => Date) awareAt!: Date;
  @Field(() => NotificationClockType) clock!: NotificationClockType;
  @Field(() => [MeasureType], { description: "Oldest first." }) measures!: readonly MeasureType[];
  @Field(() => NotificationType, { nullable: true }) notification!: NotificationType | null;
  @Field(() => [NoticeType], { description: "Oldest first." }) notices!: readonly NoticeType[];
  @Field(() => ProviderNoticeEnum) providerNotice!: (typeof PROVIDER_NOTICE_STATES)[number];
  @Field(() => Date, { nullable: true, description: "When the use case was suspended because of it." })
  suspendedAt!: Date | null;
  @Field(() => IncidentStateEnum) state!: Incident["state"];
  @Field(() => [IncidentStateEnum], { description: "States that follow." }) next!: readonly Incident["state"][];
  @Field(() => Date) declaredAt!: Date;
  @Field(() => Int) version!: number;
  organisationId!: string;
  useCaseId!: string;
}

export const IncidentConnectionType = connectionType("Incident", IncidentType);

export const IncidentResult = resultUnion("IncidentResult", IncidentType);
