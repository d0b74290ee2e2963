import { Field, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { DOSSIER_SECTIONS, type DossierSection } from "../../../domain/dossier/completeness.js";

const DossierSectionEnum = graphqlEnum("DossierSection", DOSSIER_SECTIONS);

@ObjectType("MissingField")
class MissingFieldType {
  @Field(() => String) field!: string;
  @Field(() => DossierSectionEnum) section!: DossierSection;
}

@ObjectType("Completeness", { description: "How much of what this use case should say it says." })
export class CompletenessType {
  @Field(() => Int, { description: "Whole percent, rounded down." }) percent!: number;
  @Field(() => Int) expected!: number;
  @Field(() => [MissingFieldType]) missing!: readonly MissingFieldType[];
}
