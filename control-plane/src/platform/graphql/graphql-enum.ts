import { registerEnumType } from "@nestjs/graphql";

/** `{ARIANE_OPERATOR: "ariane_operator", …}`: GraphQL names in upper case over the domain's own values. */
export type EnumOf<Value extends string> = { readonly [V in Value as Uppercase<V>]: V };

const registered = new Map<string, object[]>();
const keyOf = (values: readonly string[]): string => values.toSorted().join("|");

/** Registers a closed list of domain values as a GraphQL enum; resolvers exchange the domain's values. */
export function graphqlEnum<const Value extends string>(name: string, values: readonly Value[]): EnumOf<Value> {
  const members = Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as EnumOf<Value>;
  registerEnumType(members, { name });
  registered.set(keyOf(values), [...(registered.get(keyOf(values)) ?? []), members]);
  return members;
}

/** Enums of exactly these values, in the order in which they were registered. */
export const enumsOf = (values: readonly string[]): readonly object[] => registered.get(keyOf(values)) ?? [];
