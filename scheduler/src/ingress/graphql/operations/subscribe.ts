import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  subscribe,
} from "graphql";
import type { ExecutionArgs, ExecutionResult, FieldNode, OperationDefinitionNode } from "graphql";
import type { Typed } from "../answers/answer-objects.js";
import type { CallContext } from "../call-context.js";
import type { ChatInput } from "../answers/chat-body.js";
import type { EventQueue } from "../answers/event-queue.js";
import { compileProjection } from "./project-selection.js";

type OpenChat = (input: ChatInput, call: CallContext) => EventQueue<Typed>;

/** Results as they come; `ready` gives the next one when it is there already. */
export interface Results extends AsyncGenerator<ExecutionResult, void, void> {
  ready?(): ExecutionResult | undefined;
}

export type Subscribed = Results | ExecutionResult;

/**
 * Runs a subscription. The usual one, a single `chat` without directives, is projected by a compiled selection; any
 * other goes through graphql-js.
 */
export async function subscribeTo(args: ExecutionArgs, open: OpenChat): Promise<Subscribed> {
  const operation = getOperationAST(args.document, args.operationName);
  const field = operation ? onlyField(operation) : null;
  const definition = field && args.schema.getSubscriptionType()?.getFields()[field.name.value];
  const project = definition && compileProjection(args.schema, args.document, field, definition.type);
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
    return new Projected(open(input, args.contextValue as CallContext), (event) => ({
      data: { [key]: project(event) },
    }));
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
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

/** Results of events, one by one, as they are read. */
class Projected implements Results {
  constructor(
    private readonly events: EventQueue<Typed>,
    private readonly result: (event: Typed) => ExecutionResult,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    const event = await this.events.next();
    return event.done ? { done: true, value: undefined } : { done: false, value: this.result(event.value) };
  }

  ready(): ExecutionResult | undefined {
    const event = this.events.ready();
    return event === undefined ? undefined : this.result(event);
  }

  async return(): Promise<IteratorResult<ExecutionResult, void>> {
    await this.events.return();
    return { done: true, value: undefined };
  }

  throw(): Promise<IteratorResult<ExecutionResult, void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
