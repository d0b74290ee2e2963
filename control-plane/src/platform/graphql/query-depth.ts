import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** Deepest field below the operation; introspection fields do not count. Fragment cycles are refused before this. */
export function queryDepth(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const depthOf = (set: SelectionSetNode | undefined): number => {
    if (set === undefined) return 0;
    return Math.max(
      ...set.selections.map((selection) => {
        switch (selection.kind) {
          case Kind.FIELD:
            return selection.name.value.startsWith("__") ? 0 : 1 + depthOf(selection.selectionSet);
          case Kind.INLINE_FRAGMENT:
            return depthOf(selection.selectionSet);
          case Kind.FRAGMENT_SPREAD:
            return depthOf(fragments.get(selection.name.value)?.selectionSet);
        }
      }),
    );
  };
  return depthOf(operation.selectionSet);
}
