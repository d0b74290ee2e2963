import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { KEY_STATUSES, type KeyStatus } from "../../domain/applications/api-key.js";
import { KEY_REQUEST_STATES, type KeyRequestState } from "../../domain/applications/key-request.js";

const KeyRequestStateEnum = graphqlEnum("KeyRequestState", KEY_REQUEST_STATES);
const KeyStatusEnum = graphqlEnum("KeyStatus", KEY_STATUSES);

@ObjectType("Application")
export class ApplicationType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String) environment!: string;
  @Field(() => ID) useCaseId!: string;
  @Field(() => [String], { nullable: true }) models!: readonly string[] | null;
  organisationId!: string;
}

@ObjectType("ApiKey")
export class ApiKeyType {
  @Field(() => ID) id!: string;
  @Field(() => String) prefix!: string;
  @Field(() => KeyStatusEnum) status!: KeyStatus;
  @Field(() => Date) createdAt!: Date;
  @Field(() => String) createdBy!: string;
  @Field(() => Date) expiresAt!: Date;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
}

@ObjectType("KeyRequest", { description: "A key that somebody asked for." })
export class KeyRequestType {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => KeyRequestStateEnum) state!: KeyRequestState;
  @Field(() => Int) validDays!: number;
  @Field(() => String) reason!: string;
  @Field(() => Date) requestedAt!: Date;
  @Field(() => String, { nullable: true, description: "Why it was refused or withdrawn." }) closedReason!:
    string | null;
  requestedByRef!: string;
}

@ObjectType("IssuedKey", { description: "The only time the key is shown." })
export class IssuedKeyType {
  @Field(() => ApiKeyType) key!: ApiKeyType;
  @Field(() => String) secret!: string;
}
