/** A GraphQL document with the types of its answer and of its variables; the name is that of the operation. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Carries the types only; never set. */
  readonly types?: (variables: Variables) => Data;
}
