import { GraphQLScalarType } from "graphql";

/** Any JSON value, as an output only: no operation of Socle takes free-form input. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
});
