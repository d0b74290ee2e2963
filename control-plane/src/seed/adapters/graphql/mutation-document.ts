import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** A mutation as it is sent: all that its result says that an act needs, and its values as the schema takes them. */
export interface MutationCall {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const REFUSAL = "Refusal";

/** Null where the schema has no mutation of that name. A single `input` need not be written around its fields. */
export function mutationCall(
  schema: GraphQLSchema,
  name: string,
  values: Readonly<Record<string, unknown>>,
): MutationCall | null {
  const field = schema.getMutationType()?.getFields()[name];
  if (field === undefined) return null;
  const [only] = field.args;
  const given = field.args.length === 1 && only?.name === "input" ? { input: values } : values;
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const brackets = (list: string) => (list === "" ? "" : `(${list})`);
  const variables = Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const arg = field.args.find((each) => each.name === key);
      return [key, arg === undefined ? value : taken(arg.type, value)];
    }),
  );
  const result = resultOf(field);
  return { source: `mutation Act${brackets(declared)} { done: ${name}${brackets(passed)} { ${result} } }`, variables };
}

function resultOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  const members = isUnionType(type) ? type.getTypes() : isObjectType(type) ? [type] : [];
  const made = members.filter((member) => !isRefusal(member) && "id" in member.getFields());
  return [
    "__typename",
    ...made.map((member) => `... on ${member.name} { id }`),
    `... on ${REFUSAL} { code message }`,
    "... on InvalidInput { issues { path message } }",
    "... on GuardRefusal { conditions { code } }",
  ].join(" ");
}

const isRefusal = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some((each) => isInterfaceType(each) && each.name === REFUSAL);

/** A map where the schema wants a list of a field's name and value is written as such a list, at any depth. */
function taken(type: GraphQLInputType, value: unknown): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const item = bare.ofType;
    if (Array.isArray(value)) return value.map((each: unknown) => taken(item, each));
    const fields = getNamedType(item).toString() === "FieldCell" ? Object.entries(value ?? {}) : null;
    return fields?.map(([field, said]) => ({ field, value: textOf(said) })) ?? value;
  }
  if (!isInputObjectType(bare) || typeof value !== "object" || value === null) return value;
  const fields = bare.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const field = fields[key];
      return [key, field === undefined ? each : taken(field.type, each)];
    }),
  );
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(",") : String(value));

/** Query that reads one field of what an id of this type names; null where the schema has none. */
export function readDocument(schema: GraphQLSchema, type: string, field: string): string | null {
  const reads = Object.values(schema.getQueryType()?.getFields() ?? {});
  const read = reads.find(
    ({ type: answer, args }) => getNamedType(answer).name === type && args.length === 1 && args[0]?.name === "id",
  );
  return read === undefined ? null : `query Read($id: ID!) { read: ${read.name}(id: $id) { ${field} } }`;
}
