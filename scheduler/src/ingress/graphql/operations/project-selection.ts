import { getNamedType, isAbstractType, isCompositeType, isObjectType, Kind } from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from "graphql";

/** Picks what a selection asks of one object, in the order it asks. */
type Projector = (source: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** A selection that only the full executor can run: directives, or abstract types below the root. */
class Unsupported extends Error {}

/**
 * Compiles the selection of a streamed field once, so that a piece of an answer costs property reads instead of an
 * execution. Sources hold their `__typename` and values that need no serialisation, which those of `ChatEvent` do.
 * `null` when the selection uses more than that: the caller then runs graphql-js for each event.
 */
export function compileProjection(
  schema: GraphQLSchema,
  document: DocumentNode,
  field: FieldNode,
  type: GraphQLOutputType,
): Projector | null {
  const named = getNamedType(type);
  const fragments = fragmentsOf(document);
  if (!isAbstractType(named) || !field.selectionSet) return null;
  const selection = field.selectionSet;
  const compiler = new Compiler(schema, fragments);
  try {
    const byType = new Map(
      schema.getPossibleTypes(named).map((possible) => [possible.name, compiler.object(possible, [selection])]),
    );
    return (source) => byType.get(String(source["__typename"]))?.(source) ?? {};
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

interface Collected {
  readonly fields: Map<string, FieldNode[]>;
  /** Fragments that were taken in: a second spread of one adds nothing. */
  readonly spread: Set<string>;
}

class Compiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Projector {
    const fields = new Map<string, FieldNode[]>();
    const collected = { fields, spread: new Set<string>() };
    for (const selection of selections) this.collect(type, selection, collected);
    const readers = [...fields].map(([key, nodes]) => [key, this.field(type, nodes)] as const);
    return (source) => {
      const target: Record<string, unknown> = {};
      for (const [key, read] of readers) target[key] = read(source);
      return target;
    };
  }

  private collect(type: GraphQLObjectType, { selections }: SelectionSetNode, into: Collected): void {
    const { fields, spread } = into;
    for (const selection of selections) {
      if (selection.directives && selection.directives.length > 0) throw new Unsupported();
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.collect(type, fragment.selectionSet, into);
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.schema.getType(condition);
    return isAbstractType(named) && this.schema.isSubType(named, type);
  }

  private field(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): (source: Readonly<Record<string, unknown>>) => unknown {
    const name = nodes[0]?.name.value ?? "";
    if (name === "__typename") return () => type.name;
    const definition = type.getFields()[name];
    if (definition === undefined || definition.args.length > 0) throw new Unsupported();
    const named = getNamedType(definition.type);
    if (!isCompositeType(named)) return (source) => source[name] ?? null;
    if (!isObjectType(named)) throw new Unsupported();
    const selections = nodes.flatMap((node) => node.selectionSet ?? []);
    return nested(name, this.object(named, selections));
  }
}

function nested(name: string, project: Projector): (source: Readonly<Record<string, unknown>>) => unknown {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    return value === null || value === undefined ? null : project(value as Record<string, unknown>);
  };
  return (source) => each(source[name]);
}
