import { buildSchema, graphql } from "graphql";
import { HttpError } from "react-admin";
import sdl from "../../../../control-plane/contracts/schema.graphql?raw";
import type { Operation } from "../../generated/operations";
import type { SocleClient } from "../socle-client";
import { PERSONS, personById, samplePersons } from "./fake-persons";
import { makeResolvers } from "./fake-resolvers";
import { makeWorld } from "./fake-world";

const SIGNED_IN = "socle.fake.person";
/** Set, the fake answers nothing, as a control plane that cannot be reached. */
const DOWN = "socle.fake.down";

/**
 * Answers the console's own documents from memory, by the contract's schema: what does not fit the schema fails here
 * too. Everything in it is invented.
 */
export function makeFakeClient(): SocleClient {
  const schema = buildSchema(sdl);
  const world = makeWorld(new Date());
  const person = () => personById(sessionStorage.getItem(SIGNED_IN) ?? askedPerson());
  return {
    samplePersons,
    async run<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (sessionStorage.getItem(DOWN) !== null && operation.name !== "Me") throw new TypeError("Failed to fetch");
      const result = await graphql({
        schema,
        source: operation.text,
        rootValue: makeResolvers(world, person()),
        variableValues: variables as Record<string, unknown>,
      });
      const error = result.errors?.[0];
      if (error !== undefined) throw new HttpError(error.message, 500, { code: "internal" });
      return structuredClone(result.data) as Data;
    },
    send<Answer>() {
      return Promise.resolve({ id: "import-1", state: "received" } as Answer);
    },
    signIn(personId) {
      if (!(personId in PERSONS)) return;
      sessionStorage.setItem(SIGNED_IN, personId);
      window.location.assign("/");
    },
    signOut() {
      sessionStorage.removeItem(SIGNED_IN);
      return Promise.resolve();
    },
  };
}

/** `?as=compliance` opens the console as that person. */
const askedPerson = (): string => new URLSearchParams(window.location.search).get("as") ?? "";
