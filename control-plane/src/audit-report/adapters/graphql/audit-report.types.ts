import { Field, ObjectType, registerEnumType } from "@nestjs/graphql";
import { JsonScalar } from "../../../platform/graphql/json.scalar.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";

export const ReportLanguageEnum = { FR: "fr", EN: "en" } as const;
registerEnumType(ReportLanguageEnum, { name: "ReportLanguage" });

@ObjectType("ReportTable", { description: "A table of a report, in the language that was asked for." })
export class ReportTableType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "What its figures rest on." })
  readonly note!: string | null;

  @Field(() => [String])
  readonly header!: readonly string[];

  @Field(() => [JsonScalar], { description: "Each row is a list of texts, numbers and nulls, one for each heading." })
  readonly rows!: readonly (readonly (string | number | null)[])[];
}

@ObjectType("AuditReport", { description: "What an auditor is shown of a period: figures counted from the records." })
export class AuditReportType {
  @Field(() => String, { description: "First Paris day." })
  readonly from!: string;

  @Field(() => String, { description: "Last Paris day, included." })
  readonly to!: string;

  @Field(() => Date)
  readonly computedAt!: Date;

  @Field(() => [ReportTableType])
  readonly tables!: readonly ReportTableType[];
}

export const AuditReportResult = resultUnion("AuditReportResult", AuditReportType, ["InvalidInput", "Forbidden"]);
