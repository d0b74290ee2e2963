import { GraphQLError, Kind } from "graphql";
import type { ASTVisitor, FragmentDefinitionNode, SelectionNode, SelectionSetNode, ValidationContext } from "graphql";

/** Deepest selection that the schema gives a use for, with room. Introspection is deeper, and harmless. */
const MAX_DEPTH = 10;

/** Validation rule: refuses selections deeper than `MAX_DEPTH`, through fragments too. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const depth = new Depths((name) => context.getFragment(name)).of(operation.selectionSet);
      if (depth <= MAX_DEPTH) return;
      context.reportError(
        new GraphQLError(`The query is ${depth} levels deep, above ${MAX_DEPTH}.`, { nodes: operation }),
      );
    },
  };
}

type FindFragment = (name: string) => FragmentDefinitionNode | null | undefined;

/** Each fragment is measured once, however often it is spread: doubling ones are a billion selections in a kilobyte. */
class Depths {
  private readonly fragments = new Map<string, number>();

  constructor(private readonly find: FindFragment) {}

  of(selectionSet: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of selectionSet.selections) deepest = Math.max(deepest, this.below(selection));
    return deepest;
  }

  private below(selection: SelectionNode): number {
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.name.value.startsWith("__")) return 0;
        return 1 + (selection.selectionSet ? this.of(selection.selectionSet) : 0);
      case Kind.INLINE_FRAGMENT:
        return this.of(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(selection.name.value);
    }
  }

  private ofFragment(name: string): number {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    // A cycle is refused by another rule; here it ends.
    this.fragments.set(name, 0);
    const fragment = this.find(name);
    const depth = fragment ? this.of(fragment.selectionSet) : 0;
    this.fragments.set(name, depth);
    return depth;
  }
}
