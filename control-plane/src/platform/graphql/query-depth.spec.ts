import { Kind, parse, type FragmentDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { queryDepth } from "./query-depth.js";

function depthOf(query: string): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let depth = -1;
  const { definitions } = parse(query);
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) depth = queryDepth(each, fragments);
  return depth;
}

describe("depth of a query", () => {
  it.each([
    [1, "{ me }"],
    [3, "{ a { b { c } } d }"],
    [3, "{ ...F } fragment F on Query { a { b { c } } }"],
    [3, "{ a { ... on A { b { ...F } } } } fragment F on B { c }"],
    [0, "{ __schema { types { fields { type { ofType { ofType { name } } } } } } }"],
  ])("is %i for %s", (depth, query) => {
    expect(depthOf(query)).toBe(depth);
  });
});
