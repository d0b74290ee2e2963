import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import {
  DOCTRINE_STATES,
  QUESTION_STATES,
  QUESTION_TOPICS,
  type DoctrineNote,
  type Question,
} from "../../../../domain/desk/counsel/question.js";

const QuestionTopicEnum = graphqlEnum("QuestionTopic", QUESTION_TOPICS);
const QuestionStateEnum = graphqlEnum("QuestionState", QUESTION_STATES);
const DoctrineStateEnum = graphqlEnum("DoctrineState", DOCTRINE_STATES);

@ObjectType("ComplianceQuestion")
export class QuestionType {
  @Field(() => ID) id!: string;
  @Field(() => QuestionTopicEnum) topic!: Question["topic"];
  @Field(() => String) title!: string;
  @Field(() => String) question!: string;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => [String], { description: "Rules that it is about." }) rules!: readonly string[];
  @Field(() => QuestionStateEnum) state!: Question["state"];
  @Field(() => Date) askedAt!: Date;
  @Field(() => String, { description: "Day by which the desk means to answer." }) dueOn!: string;
  @Field(() => Boolean, { description: "It waits, and that day is past." }) late!: boolean;
  @Field(() => Date, { nullable: true }) answeredAt!: Date | null;
  @Field(() => ID, { nullable: true, description: "The doctrine drawn from it." }) doctrineId!: string | null;
  @Field(() => Int) version!: number;
  organisationId!: string;
  useCaseId!: string | null;
  askedByRef!: string;
  answeredByRef!: string | null;
}

export const QuestionConnectionType = connectionType("ComplianceQuestion", QuestionType);

@ObjectType("DoctrineNote", { description: "An answer that holds for everybody, and names nobody." })
export class DoctrineNoteType {
  @Field(() => ID) id!: string;
  @Field(() => QuestionTopicEnum) topic!: DoctrineNote["topic"];
  @Field(() => String) title!: string;
  @Field(() => String) question!: string;
  @Field(() => String) answer!: string;
  @Field(() => [String]) rules!: readonly string[];
  @Field(() => DoctrineStateEnum) state!: DoctrineNote["state"];
  @Field(() => Date) publishedAt!: Date;
  @Field(() => String, { nullable: true, description: "Why it no longer holds." }) withdrawnReason!: string | null;
  @Field(() => Int) version!: number;
}

export const DoctrineNoteConnectionType = connectionType("DoctrineNote", DoctrineNoteType);

export const QuestionResult = resultUnion("ComplianceQuestionResult", QuestionType);
export const DoctrineResult = resultUnion("DoctrineNoteResult", DoctrineNoteType);
