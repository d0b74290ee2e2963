import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { LOGS, type LogName } from "../../domain/log-name.js";

export const LogNameEnum = graphqlEnum("TransparencyLogName", LOGS);

@ObjectType("LogEntryOpening", {
  description: "SHA-256 over the salt's bytes and the source's text is the commitment that stands in the log's entry.",
})
export class LogEntryOpeningType {
  @Field(() => Int) index!: number;
  @Field(() => String, { nullable: true, description: "Hexadecimal; null once erased: nothing opens the entry." })
  salt!: string | null;
  @Field(() => String, { nullable: true, description: "Canonical JSON of the recorded row." }) source!: string | null;
  @Field(() => String, { nullable: true }) commitment!: string | null;
}

@ObjectType("ErasedLogSalt")
export class ErasedLogSaltType {
  @Field(() => LogNameEnum) log!: LogName;
  @Field(() => ID) entryId!: string;
  @Field(() => Int) index!: number;
}

@ObjectType("AskedLogSaltErasure", { description: "It waits thirty days for another person." })
export class AskedLogSaltErasureType extends ErasedLogSaltType {}

export const EraseLogSaltResult = resultUnion("EraseLogSaltResult", ErasedLogSaltType, [
  "InvalidInput",
  "Forbidden",
  "NotFound",
  "Conflict",
]);

export const AskLogSaltErasureResult = resultUnion("AskLogSaltErasureResult", AskedLogSaltErasureType, [
  "InvalidInput",
  "Forbidden",
  "NotFound",
  "Conflict",
]);
