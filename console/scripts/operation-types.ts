import {
  Kind,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  print,
  typeFromAST,
  visit,
} from "graphql";
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";

const SCALARS: Readonly<Record<string, string>> = {
  ID: "string",
  String: "string",
  DateTime: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
  JSON: "unknown",
};

const OPERATION = `
/** A GraphQL document with the types of its answer and of its variables; the name is that of the operation. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Carries the types only; never set. */
  readonly types?: (variables: Variables) => Data;
}
`;

interface Sources {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Prints one TypeScript module: enums, inputs, fragments, and an `Operation` for each query and mutation. */
export function printOperations(schema: GraphQLSchema, documents: readonly DocumentNode[]): string {
  const definitions = documents.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const sources: Sources = { schema, fragments };
  return [
    "// Generated from contracts/schema.graphql and the .graphql files of the console: npm run gen.",
    OPERATION,
    ...printEnums(schema),
    ...printInputs(schema),
    ...[...fragments.values()].flatMap((fragment) => printFragment(sources, fragment)),
    ...operations.map((operation) => printOperation(sources, operation)),
    "",
  ].join("\n");
}

function printEnums(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith("__"))
    .filter(isEnumType)
    .map((type) => {
      const values = type.getValues().map((value) => JSON.stringify(value.name));
      return `export type ${type.name} = ${values.join(" | ")};`;
    });
}

function printInputs(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .map((type) => {
      const fields = Object.values(type.getFields()).map((field) => {
        const optional = !isNonNullType(field.type) || field.defaultValue !== undefined;
        return `  readonly ${field.name}${optional ? "?" : ""}: ${inputType(field.type)};`;
      });
      return `export interface ${type.name} {\n${fields.join("\n")}\n}`;
    });
}

function inputType(type: GraphQLInputType): string {
  if (isNonNullType(type)) return bareInputType(type.ofType);
  return `${bareInputType(type)} | null`;
}

function bareInputType(type: GraphQLInputType): string {
  if (isNonNullType(type)) return bareInputType(type.ofType);
  if (isListType(type)) return `readonly (${inputType(type.ofType)})[]`;
  return SCALARS[type.name] ?? type.name;
}

function printFragment(sources: Sources, fragment: FragmentDefinitionNode): readonly string[] {
  const type = sources.schema.getType(fragment.typeCondition.name.value);
  if (!isObjectType(type)) return [];
  return [`export type ${fragment.name.value} = ${objectType(sources, type, fragment.selectionSet)};`];
}

function printOperation(sources: Sources, operation: OperationDefinitionNode): string {
  const name = operation.name?.value ?? "Anonymous";
  const root = sources.schema.getRootType(operation.operation);
  if (root === null || root === undefined) throw new Error(`${name}: the schema has no ${operation.operation} type`);
  const variables = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(sources.schema, definition.type) as GraphQLInputType;
    const optional = !isNonNullType(type) || definition.defaultValue !== undefined;
    return `readonly ${definition.variable.name.value}${optional ? "?" : ""}: ${inputType(type)}`;
  });
  const text = [operation, ...usedFragments(sources, operation)].map((node) => print(node)).join("\n");
  return [
    `export type ${name}Data = ${objectType(sources, root, operation.selectionSet)};`,
    `export type ${name}Variables = { ${variables.join("; ")} };`,
    `export const ${name}: Operation<${name}Data, ${name}Variables> = {`,
    `  name: ${JSON.stringify(name)},`,
    `  text: ${JSON.stringify(text)},`,
    "};",
  ].join("\n");
}

function usedFragments(sources: Sources, operation: OperationDefinitionNode): readonly FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread(spread) {
        const fragment = sources.fragments.get(spread.name.value);
        if (fragment === undefined) throw new Error(`Unknown fragment ${spread.name.value}`);
        if (found.has(fragment.name.value)) return;
        found.set(fragment.name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...found.values()];
}

/** TypeScript of one selection on one object type; spreads of fragments on that very type stay references. */
function objectType(sources: Sources, type: GraphQLObjectType, selections: SelectionSetNode): string {
  const parts: string[] = [];
  const fields = new Map<string, string>();
  collectSelections(sources, type, selections, fields, parts);
  if (fields.size > 0) {
    parts.push(`{ ${[...fields].map(([name, text]) => `readonly ${name}: ${text}`).join("; ")} }`);
  }
  return parts.length === 0 ? "Record<string, never>" : parts.join(" & ");
}

function collectSelections(
  sources: Sources,
  type: GraphQLObjectType,
  selections: SelectionSetNode,
  fields: Map<string, string>,
  references: string[],
): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const alias = selection.alias?.value ?? selection.name.value;
      fields.set(alias, fieldType(sources, type, selection.name.value, selection.selectionSet));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(sources, type, selection.typeCondition?.name.value)) {
        collectSelections(sources, type, selection.selectionSet, fields, references);
      }
    } else {
      const fragment = sources.fragments.get(selection.name.value);
      if (fragment === undefined) throw new Error(`Unknown fragment ${selection.name.value}`);
      const condition = fragment.typeCondition.name.value;
      if (condition === type.name) references.push(fragment.name.value);
      else if (applies(sources, type, condition)) {
        collectSelections(sources, type, fragment.selectionSet, fields, references);
      }
    }
  }
}

function applies(sources: Sources, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const target = sources.schema.getType(condition);
  return isAbstractType(target) && sources.schema.isSubType(target, type);
}

function fieldType(
  sources: Sources,
  parent: GraphQLObjectType,
  name: string,
  selections: SelectionSetNode | undefined,
): string {
  if (name === "__typename") return JSON.stringify(parent.name);
  const field = parent.getFields()[name];
  if (field === undefined) throw new Error(`${parent.name} has no field ${name}`);
  return outputType(sources, field.type, selections);
}

function outputType(sources: Sources, type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
  if (isNonNullType(type)) return bareOutputType(sources, type.ofType, selections);
  return `${bareOutputType(sources, type, selections)} | null`;
}

function bareOutputType(sources: Sources, type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
  if (isNonNullType(type)) return bareOutputType(sources, type.ofType, selections);
  if (isListType(type)) return `readonly (${outputType(sources, type.ofType, selections)})[]`;
  if (isObjectType(type) && selections !== undefined) return objectType(sources, type, selections);
  if (isAbstractType(type) && selections !== undefined) {
    return sources.schema
      .getPossibleTypes(type)
      .map((possible) => `(${objectType(sources, possible, selections)})`)
      .join(" | ");
  }
  const named = getNamedType(type).name;
  return SCALARS[named] ?? named;
}
