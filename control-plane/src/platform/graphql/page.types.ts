import { Field, Int, ObjectType, registerEnumType } from "@nestjs/graphql";
import type { Connection, CountedConnection } from "./cursor.js";

@ObjectType("PageInfo")
class PageInfoType {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export enum SortDirection {
  ASC = "ASC",
  DESC = "DESC",
}
registerEnumType(SortDirection, { name: "SortDirection" });

type TypeOf<Node> = new (...dependencies: never[]) => Node;

/** `<name>Connection` of `<name>Edge`s: the one form of a page of `node`. */
export function connectionType<Node>(
  name: string,
  node: TypeOf<Node>,
  description?: string,
): new () => Connection<Node> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field(() => String) cursor!: string;
    @Field(() => node) node!: Node;
  }
  @ObjectType(`${name}Connection`, { description })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType]) edges!: readonly EdgeType[];
    @Field(() => PageInfoType) pageInfo!: PageInfoType;
  }
  return ConnectionType;
}

/** The same, where the list also says how many there are in all. */
export function countedConnectionType<Node>(name: string, node: TypeOf<Node>): new () => CountedConnection<Node> {
  const connection = connectionType(name, node);
  Field(() => Int)(connection.prototype as object, "totalCount");
  return connection as new () => CountedConnection<Node>;
}
