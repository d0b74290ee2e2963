import { GraphQLError, Kind } from "graphql";
import type { ASTVisitor, FragmentDefinitionNode, SelectionSetNode, ValidationContext } from "graphql";

/** Deepest selection that the schema gives a use for, with room. Introspection is deeper, and harmless. */
const MAX_DEPTH = 10;

/** Validation rule: refuses selections deeper than `MAX_DEPTH`, through fragments too. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet, (name) => context.getFragment(name), new Set());
      if (depth <= MAX_DEPTH) return;
      context.reportError(
        new GraphQLError(`The query is ${depth} levels deep, above ${MAX_DEPTH}.`, { nodes: operation }),
      );
    },
  };
}

type FindFragment = (name: string) => FragmentDefinitionNode | null | undefined;

function depthOf(selectionSet: SelectionSetNode, find: FindFragment, within: ReadonlySet<string>): number {
  let deepest = 0;
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      const below = selection.selectionSet ? depthOf(selection.selectionSet, find, within) : 0;
      deepest = Math.max(deepest, below + 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, find, within));
    } else if (!within.has(selection.name.value)) {
      const fragment = find(selection.name.value);
      if (fragment)
        deepest = Math.max(deepest, depthOf(fragment.selectionSet, find, new Set([...within, fragment.name.value])));
    }
  }
  return deepest;
}
