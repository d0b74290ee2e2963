import { Field, ID, InputType } from "@nestjs/graphql";
import type { UseCaseState } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import { USE_CASE_SORT_FIELDS, type UseCaseSortField } from "../../ports/use-case-catalogue.port.js";
import { UseCaseStateEnum } from "./use-case.types.js";

const UseCaseSortFieldEnum = graphqlEnum("UseCaseSortField", USE_CASE_SORT_FIELDS);

@InputType("UseCaseFilter")
export class UseCaseFilterInput {
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => [UseCaseStateEnum], { nullable: true }) state?: UseCaseState[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
}

@InputType("UseCaseSort")
export class UseCaseSortInput {
  @Field(() => UseCaseSortFieldEnum) field!: UseCaseSortField;
  @Field(() => SortDirection) direction!: SortDirection;
}
