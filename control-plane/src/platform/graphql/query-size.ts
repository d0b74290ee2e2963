import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** How large an operation is once its fragments stand in their places. */
export interface QuerySize {
  /** Deepest field below the operation; introspection fields do not count. */
  readonly depth: number;
  /** Fields asked of the root, each time that they are asked. */
  readonly width: number;
  /** All fields; it can be astronomical for a short document. */
  readonly fields: number;
}

const NOTHING: QuerySize = { depth: 0, width: 0, fields: 0 };

/**
 * Measures an operation. Each fragment is measured once, however often it is spread: thirty fragments that each spread the
 * next one twice are a billion fields, and half a millisecond here. Fragment cycles are refused before this.
 */
export function querySize(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): QuerySize {
  const measured = new Map<string, QuerySize>();
  const sizeOf = (set: SelectionSetNode | undefined): QuerySize => {
    let [depth, width, fields] = [0, 0, 0];
    for (const selection of set?.selections ?? []) {
      const inner = sizeOfSelection(selection);
      depth = Math.max(depth, inner.depth);
      width += inner.width;
      fields += inner.fields;
    }
    return { depth, width, fields };
  };
  const sizeOfSelection = (selection: SelectionSetNode["selections"][number]): QuerySize => {
    switch (selection.kind) {
      case Kind.FIELD: {
        const below = sizeOf(selection.selectionSet);
        const depth = selection.name.value.startsWith("__") ? 0 : 1 + below.depth;
        return { depth, width: 1, fields: 1 + below.fields };
      }
      case Kind.INLINE_FRAGMENT:
        return sizeOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const known = measured.get(name) ?? sizeOf(fragments.get(name)?.selectionSet);
        measured.set(name, known);
        return known;
      }
    }
  };
  return operation.selectionSet === undefined ? NOTHING : sizeOf(operation.selectionSet);
}
