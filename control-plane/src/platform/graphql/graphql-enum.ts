import { registerEnumType } from "@nestjs/graphql";

/** `{ARIANE_OPERATOR: "ariane_operator", …}`: GraphQL names in upper case over the domain's own values. */
export type EnumOf<Value extends string> = { readonly [V in Value as Uppercase<V>]: V };

/** Registers a closed list of domain values as a GraphQL enum; resolvers exchange the domain's values. */
export function graphqlEnum<const Value extends string>(name: string, values: readonly Value[]): EnumOf<Value> {
  const members = Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as EnumOf<Value>;
  registerEnumType(members, { name });
  return members;
}
