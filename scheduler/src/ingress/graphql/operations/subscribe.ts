import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  subscribe,
} from "graphql";
import type { ExecutionArgs, ExecutionResult, FieldNode, GraphQLOutputType, OperationDefinitionNode } from "graphql";
import type { Typed } from "../answers/answer-objects.js";
import type { CallContext } from "../call-context.js";
import type { ChatInput } from "../answers/chat-body.js";
import type { EventForm } from "../answers/event-form.js";
import type { EventQueue } from "../answers/event-queue.js";
import { compileProjection } from "./project-selection.js";

type OpenChat = <Shown>(input: ChatInput, call: CallContext, form: EventForm<Shown>) => EventQueue<Shown>;

/** The form in which a transport wants the results that a compiled selection gives. */
export type FormOf<Shown> = (result: (event: Typed) => ExecutionResult) => EventForm<Shown>;

/** Results as they come; `ready` gives the next one when it is there already, `over` tells that none is to come. */
export interface Results<Shown> extends AsyncGenerator<Shown, void, void> {
  ready?(): Shown | undefined;
  over?(): boolean;
}

/** What graphql-js runs comes as its results. */
export type Subscribed<Shown> = Results<Shown | ExecutionResult> | ExecutionResult;

/**
 * Runs a subscription. The usual one, a single `chat` without directives, is projected by a compiled selection; any
 * other goes through graphql-js.
 */
export async function subscribeTo<Shown>(
  args: ExecutionArgs,
  open: OpenChat,
  formOf: FormOf<Shown>,
): Promise<Subscribed<Shown>> {
  const operation = getOperationAST(args.document, args.operationName);
  const field = operation ? onlyField(operation) : null;
  const definition = field && args.schema.getSubscriptionType()?.getFields()[field.name.value];
  const project = definition && projectionOf(args, field, definition.type);
  if (!operation || !field || !definition || !project) return await subscribe(args);
  const { coerced, errors } = getVariableValues(
    args.schema,
    operation.variableDefinitions ?? [],
    args.variableValues ?? {},
  );
  if (errors !== undefined) return { errors };
  try {
    const { input } = getArgumentValues(definition, field, coerced) as { input: ChatInput };
    const key = field.alias?.value ?? field.name.value;
    const form = formOf((event) => ({ data: { [key]: project(event) } }));
    return open(input, args.contextValue as CallContext, form);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** Documents are kept, so a selection is compiled once for all who send it. */
const projections = new WeakMap<FieldNode, ReturnType<typeof compileProjection>>();

function projectionOf({ schema, document }: ExecutionArgs, field: FieldNode, type: GraphQLOutputType) {
  const known = projections.get(field);
  if (known !== undefined) return known;
  const compiled = compileProjection(schema, document, field, type);
  projections.set(field, compiled);
  return compiled;
}

function onlyField(operation: OperationDefinitionNode): FieldNode | null {
  const [only, ...others] = operation.selectionSet.selections;
  if (
    only?.kind !== Kind.FIELD ||
    only.name.value !== "chat" ||
    others.length > 0 ||
    operation.operation !== OperationTypeNode.SUBSCRIPTION
  )
    return null;
  return only.directives && only.directives.length > 0 ? null : only;
}
