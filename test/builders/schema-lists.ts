import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

type Field = GraphQLField<unknown, unknown>;

const objectOf = (field: Field): GraphQLObjectType | null => {
  const named = getNamedType(field.type);
  return isObjectType(named) ? named : null;
};
const isArray = (field: Field): boolean => isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
/** A page by cursor: its rows are below `edges`. */
const isPage = (field: Field): boolean => objectOf(field)?.getFields()["edges"] !== undefined;
const required = (field: Field): readonly string[] =>
  field.args.flatMap(({ name, type, defaultValue }) =>
    isNonNullType(type) && defaultValue === undefined ? [name] : [],
  );

/** Queries of the schema that answer a list of objects or a page of them. */
export interface SchemaList {
  readonly name: string;
  /** Arguments that have to be given, `first` aside. */
  readonly required: readonly string[];
  /** The operation that asks for so many rows with everything below them, so many levels deep. */
  query(given: Readonly<Record<string, string>>, rows: number, levels: number): string;
}

export function listsOf(schema: GraphQLSchema): readonly SchemaList[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field): SchemaList[] => {
    const type = objectOf(field);
    if (type === null || !(isArray(field) || isPage(field))) return [];
    const wanted = required(field).filter((name) => name !== "first");
    const query: SchemaList["query"] = (given, rows, levels) => {
      const parts = wanted.map((name) => `${name}: ${given[name] ?? "null"}`);
      if (field.args.some(({ name }) => name === "first")) parts.push(`first: ${rows}`);
      return `{ ${field.name}${parts.length === 0 ? "" : `(${parts.join(", ")})`} ${selectionOf(type, levels)} }`;
    };
    return [{ name: field.name, required: wanted, query }];
  });
}

/** Everything below a type that can be asked without an argument; the shell of a page is no level of its own. */
function selectionOf(type: GraphQLObjectType, levels: number): string {
  const parts = Object.values(type.getFields()).flatMap((field): string[] => {
    if (required(field).length > 0) return [];
    if (!isCompositeType(getNamedType(field.type))) return [field.name];
    const child = objectOf(field);
    if (child === null || levels === 0) return [];
    const inner = selectionOf(child, /(Connection|Edge)$/.test(type.name) ? levels : levels - 1);
    const two = field.args.some(({ name }) => name === "first") ? "(first: 2)" : "";
    return inner === "" ? [] : [`${field.name}${two} ${inner}`];
  });
  return parts.length === 0 ? "" : `{ ${parts.join(" ")} }`;
}
