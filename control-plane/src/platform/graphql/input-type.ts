import {
  Field,
  Float,
  type FieldOptions,
  ID,
  InputType,
  Int,
  ObjectType,
  type ReturnTypeFuncValue,
} from "@nestjs/graphql";
import { z } from "zod";
import { enumsOf } from "./graphql-enum.js";

export type InputClass<Input> = new () => Input;

const named = new Map<z.core.$ZodType, InputClass<unknown>>();
const LARGEST_INT = 2 ** 31 - 1;

/** Types of fields that the schema does not tell: an enum whose values another one has too, a type of its own. */
type Told<Input> = Partial<Record<keyof Input & string, object>>;

/**
 * The GraphQL input type of an object that a use case describes with zod: fields, which of them may be left out, enums
 * and descriptions are those of the schema, so that nothing is written twice. Where it stands inside another, both
 * find each other by the schema.
 */
export function inputType<Input>(
  name: string,
  schema: z.ZodType<unknown, Input>,
  told: Told<Input> = {},
): InputClass<Input> {
  const { inner: object, description: about } = unwrapped(schema);
  if (!(object instanceof z.ZodObject)) throw new Error(`${name} is not an object.`);
  class Fields {}
  InputType(name, { description: about })(Fields);
  for (const [field, type] of Object.entries(object.shape)) {
    const { inner, ...options } = unwrapped(type as z.core.$ZodType);
    const chosen = told[field as keyof Input & string];
    Field(() => typeOf(`${name}.${field}`, inner, chosen), options as FieldOptions)(Fields.prototype, field);
  }
  named.set(object, Fields);
  return Fields as InputClass<Input>;
}

/** The same fields in and out: `<name>Input`, and the object type `name`. */
export function inputAndObjectType<Input>(
  name: string,
  schema: z.ZodType<unknown, Input>,
  told: Told<Input> = {},
): InputClass<Input> {
  const both = inputType(`${name}Input`, schema, told);
  ObjectType(name, { description: unwrapped(schema).description })(both);
  return both;
}

interface Unwrapped {
  readonly inner: z.core.$ZodType;
  readonly nullable: boolean;
  readonly description: string | undefined;
  readonly defaultValue?: unknown;
}

/** What clients send: the input side of a transformation, without the marks of what may be left out. */
function unwrapped(type: z.core.$ZodType): Unwrapped {
  const description = z.globalRegistry.get(type)?.description;
  if (type instanceof z.ZodPipe) return described(unwrapped(type.in), description);
  if (type instanceof z.ZodDefault && type.unwrap() instanceof z.ZodArray)
    return { inner: type.unwrap(), nullable: false, description, defaultValue: type.parse(undefined) };
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault)
    return { ...described(unwrapped(type.unwrap()), description), nullable: true };
  return { inner: type, nullable: false, description };
}

const described = (below: Unwrapped, description: string | undefined): Unwrapped => ({
  ...below,
  description: description ?? below.description,
});

function typeOf(path: string, type: z.core.$ZodType, chosen?: object): ReturnTypeFuncValue {
  if (type instanceof z.ZodArray) return [typeOf(path, unwrapped(type.element).inner, chosen)];
  if (chosen !== undefined) return chosen as ReturnTypeFuncValue;
  if (type instanceof z.ZodEnum) return onlyEnumOf(path, type.options.map(String));
  if (type instanceof z.ZodUnion) return typeOf(path, unwrapped(type.options[0] as z.core.$ZodType).inner);
  if (type instanceof z.ZodLiteral) return typeof type.value === "number" ? Int : String;
  if (type instanceof z.ZodNumber) return isInt(type) ? Int : Float;
  if (type instanceof z.ZodBoolean) return Boolean;
  if (type instanceof z.ZodDate) return Date;
  if (type instanceof z.ZodObject) return classOf(path, type);
  return /(^|\.)id$|Ids?$/.test(path) ? ID : String;
}

/** Whole numbers beyond 32 bits have no other type than a floating one; zod bounds those without a limit by 2^53 - 1. */
const isInt = ({ isInt, maxValue }: z.ZodNumber): boolean =>
  isInt && (maxValue === Number.MAX_SAFE_INTEGER || (maxValue ?? 0) <= LARGEST_INT);

/** A closed list that is no GraphQL enum, such as the labels of data, is told as texts. */
function onlyEnumOf(path: string, values: readonly string[]): ReturnTypeFuncValue {
  const [one, ...others] = enumsOf(values);
  if (others.length > 0) throw new Error(`${path}: several GraphQL enums have these values; say which.`);
  return one ?? String;
}

function classOf(path: string, schema: z.core.$ZodType): InputClass<unknown> {
  const known = named.get(schema);
  if (known === undefined) throw new Error(`${path}: what it holds has no input type yet.`);
  return known;
}
