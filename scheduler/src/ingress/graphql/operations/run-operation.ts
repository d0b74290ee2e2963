import { execute, getOperationAST, GraphQLError, OperationTypeNode } from "graphql";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { CallContext } from "../call-context.js";
import type { DocumentCache } from "./document-cache.js";
import { subscribeTo } from "./subscribe.js";
import type { FormOf, Results, Subscribed } from "./subscribe.js";

export interface OperationText {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** Runs an operation of any kind. Everything wrong with its text or variables is a result with `errors`. */
export async function runOperation<Shown>(
  schema: GraphQLSchema,
  documents: DocumentCache,
  open: Parameters<typeof subscribeTo>[1],
  text: OperationText,
  call: CallContext,
  formOf: FormOf<Shown>,
): Promise<Subscribed<Shown>> {
  try {
    const document = documents.parse(text.query);
    const errors = documents.validate(schema, document);
    if (errors.length > 0) return { errors };
    const { operationName } = text;
    const operation = getOperationAST(document, operationName);
    if (!operation) return { errors: [new GraphQLError("There is no such operation.")] };
    const args = { schema, document, operationName, variableValues: text.variables, contextValue: call };
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return await execute(args);
    return await subscribeTo(args, open, formOf);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

export const isStream = <Shown>(result: Subscribed<Shown>): result is Results<Shown | ExecutionResult> =>
  Symbol.asyncIterator in result;
