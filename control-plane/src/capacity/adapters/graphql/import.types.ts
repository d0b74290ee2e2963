import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import {
  IMPORT_STATES,
  SHEET_FORMATS,
  type ImportState,
  type SheetFormat,
} from "../../domain/import/capacity-import.js";
import type { SubmissionTarget } from "../../domain/submission/submission.js";
import { SubmissionTargetEnum, WordsType } from "./campaign.types.js";

const ImportStateEnum = graphqlEnum("CapacityImportState", IMPORT_STATES);
const SheetFormatEnum = graphqlEnum("SheetFormat", SHEET_FORMATS);

@ObjectType("CapacityImportFailure")
class ImportFailureType {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
}

@ObjectType("CapacityImport", { description: "A file on its way in; nothing of it counts before it is accepted." })
export class CapacityImportType {
  @Field(() => ID) id!: string;
  @Field(() => SubmissionTargetEnum) target!: SubmissionTarget;
  @Field(() => SheetFormatEnum) format!: SheetFormat;
  @Field(() => String) fileName!: string;
  @Field(() => String, { description: "SHA-256, hexadecimal." }) fileDigest!: string;
  @Field(() => ImportStateEnum) state!: ImportState;
  @Field(() => Int) rowsRead!: number;
  @Field(() => Float, { description: "Part of the file that is read, 0 to 1." }) progress!: number;
  @Field(() => Int) errorCount!: number;
  @Field(() => ImportFailureType, { nullable: true }) failure!: ImportFailureType | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true }) finishedAt!: Date | null;
  campaignId!: string;
  organisationId!: string;
}

@ObjectType("CapacityImportError", { description: "What is wrong at one place of a file." })
export class ImportErrorType {
  @Field(() => Int, { description: "As the spreadsheet numbers it." }) row!: number;
  @Field(() => String, { nullable: true, description: "Such as C12." }) cell!: string | null;
  @Field(() => String, { nullable: true, description: "Key of the field." }) field!: string | null;
  @Field(() => String, { nullable: true }) value!: string | null;
  @Field(() => String) code!: string;
  @Field(() => WordsType) message!: WordsType;
}

export const ImportErrorConnectionType = connectionType("CapacityImportError", ImportErrorType);

export const CapacityImportConnectionType = connectionType("CapacityImport", CapacityImportType);

export const CapacityImportResult = resultUnion("CapacityImportResult", CapacityImportType);
