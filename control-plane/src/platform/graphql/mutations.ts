import { Inject, type InjectionToken } from "@nestjs/common";
import { Args, Mutation, Resolver, type ArgsOptions, type ReturnTypeFuncValue } from "@nestjs/graphql";
import { z } from "zod";
import type { PersonActor } from "../../kernel/actor.js";
import type { Clock } from "../../kernel/clock.js";
import type { UseCase, UseCaseRunner } from "../../kernel/use-case.js";
import { CLOCK, USE_CASE_RUNNER } from "../tokens.js";
import { CurrentActor } from "./current-actor.decorator.js";
import { inputType, type InputClass } from "./input-type.js";
import type { RefusalType } from "./refusal.types.js";
import { unionMember } from "./result-union.js";

/** One argument by name, with its type or all that is said of it. */
type Arguments = Readonly<Record<string, ReturnTypeFuncValue | (ArgsOptions & { readonly type: () => unknown })>>;

interface Door<Ports> {
  readonly runner: UseCaseRunner;
  readonly clock: Clock;
  readonly ports: Ports;
}

/** A mutation that runs one use case and answers its value or its refusal. */
export interface Verb<Ports> {
  readonly result: object;
  readonly args: InputClass<unknown> | z.ZodType | Arguments;
  readonly description: string | undefined;
  readonly run: (door: Door<Ports>, actor: PersonActor, input: unknown) => Promise<object>;
}

/**
 * Verbs that answer one union.
 * @param result as `resultUnion` made it
 * @param view what is shown of the value, all of it by default; `now` for what depends on the time
 */
export const answering =
  <Success extends object, Output = Success>(
    result: Success | RefusalType,
    view: (value: Output, now: Date) => Success = (value) => value as unknown as Success,
  ) =>
  /**
   * @param useCase with the ports it needs; `input` for those whose right depends on what is asked
   * @param args what the use case describes with zod: the one argument `input`, whose type is named after the mutation;
   *   or that type's class, where several mutations share it; or arguments by name
   * @param taken what the use case takes of it, where clients say it otherwise
   */
  <Ports, Input, Taken, Loaded>(
    useCase: (ports: Ports, input: Input) => UseCase<Taken, Loaded, Output>,
    args: z.ZodType<unknown, Input> | InputClass<Input> | Arguments,
    description?: string,
    taken: (input: Input) => unknown = (input) => input,
  ): Verb<Ports> => ({
    result,
    description,
    args,
    async run({ runner, ports, clock }, actor, input) {
      const done = await runner.run(actor, useCase(ports, input as Input), taken(input as Input));
      return unionMember(done, (value) => view(value, clock.now()));
    },
  });

/** A resolver of mutations, by name. @param token of the ports that their use cases need */
export function mutations<Ports>(
  token: InjectionToken,
  verbs: Readonly<Record<string, Verb<Ports>>>,
): new (...dependencies: never[]) => object {
  @Resolver()
  class Mutations implements Door<Ports> {
    constructor(
      @Inject(USE_CASE_RUNNER) readonly runner: UseCaseRunner,
      @Inject(CLOCK) readonly clock: Clock,
      @Inject(token) readonly ports: Ports,
    ) {}
  }
  for (const [name, verb] of Object.entries(verbs)) addMutation(Mutations.prototype, name, verb);
  return Mutations;
}

function addMutation<Ports>(resolver: Door<Ports>, name: string, verb: Verb<Ports>): void {
  const args = argumentsOf(name, verb.args);
  const names = Object.keys(args);
  const inputOf = (values: readonly unknown[]): unknown =>
    args === verb.args ? Object.fromEntries(names.map((arg, index) => [arg, values[index]])) : values[0];
  const method = {
    configurable: true,
    value(this: Door<Ports>, actor: PersonActor, ...values: unknown[]) {
      return verb.run(this, actor, inputOf(values));
    },
  };
  Object.defineProperty(resolver, name, method);
  Reflect.defineMetadata("design:paramtypes", [Object, ...names.map(() => Object)], resolver, name);
  CurrentActor()(resolver, name, 0);
  names.forEach((arg, index) => Args(arg, optionsOf(args[arg]))(resolver, name, index + 1));
  Mutation(() => verb.result as ReturnTypeFuncValue, { description: verb.description })(resolver, name, method);
}

/** Arguments by name as they are; anything else is the one argument `input`. */
function argumentsOf(mutation: string, args: Verb<never>["args"]): Arguments {
  if (typeof args === "function") return { input: args };
  if (!(args instanceof z.ZodType)) return args;
  return { input: inputType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`, args) };
}

const optionsOf = (type: Arguments[string] | undefined): ArgsOptions =>
  typeof type === "object" && "type" in type && typeof type.type === "function"
    ? (type as ArgsOptions)
    : { type: () => type as ReturnTypeFuncValue };
