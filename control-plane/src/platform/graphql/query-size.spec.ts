import { Kind, parse, type FragmentDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { querySize, type QuerySize } from "./query-size.js";

function sizeOf(query: string): QuerySize | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const { definitions } = parse(query);
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) return querySize(each, fragments);
  return null;
}

describe("the size of a query", () => {
  it.each([
    ["{ me }", { depth: 1, width: 1, fields: 1 }],
    ["{ a { b { c } } d }", { depth: 3, width: 2, fields: 4 }],
    ["{ ...F ...F } fragment F on Query { a { b { c } } }", { depth: 3, width: 2, fields: 6 }],
    ["{ a { ... on A { b { ...F } } } } fragment F on B { c }", { depth: 3, width: 1, fields: 3 }],
    ["{ x: a y: a z: a }", { depth: 1, width: 3, fields: 3 }],
    ["{ __schema { types { name } } }", { depth: 0, width: 1, fields: 3 }],
  ])("of %s", (query, size) => {
    expect(sizeOf(query)).toEqual(size);
  });

  it("is known of fragments that double forty times, without walking them all", () => {
    const links = Array.from({ length: 40 }, (_, at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`);
    const size = sizeOf(`{ ...F0 } ${links.join(" ")} fragment F40 on T { a }`);
    expect(size?.fields).toBe(2 ** 40);
  });
});
