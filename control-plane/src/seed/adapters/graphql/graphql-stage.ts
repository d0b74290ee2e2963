import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestRecordV1, SnapshotV1 } from "@socle/contracts";
import { graphql, type GraphQLSchema } from "graphql";
import { systemActor } from "../../../kernel/actor.js";
import type { ingestUsage } from "../../../ledger/index.js";
import { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import type { GraphqlContext } from "../../../platform/graphql/graphql-context.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { PgSnapshotStore } from "../../../serving/index.js";
import type { StandingClock } from "../rooms/standing-clock.js";
import { PAST_REPLICA } from "../../domain/past-usage.js";
import { PastRefused, type Made, type PastPerson, type PastStage } from "../../ports/past-stage.port.js";
import { mutationCall, readDocument } from "./mutation-document.js";

const LEDGER = systemActor("ledger");

interface Answer {
  readonly __typename: string;
  readonly id?: string;
  readonly code?: string;
  readonly message?: string;
  readonly issues?: readonly { readonly path: unknown; readonly message: string }[];
  readonly conditions?: readonly { readonly code: string }[];
}

/** The schema of a control plane in this process, asked as persons who signed in with a second factor. */
export class GraphqlStage implements PastStage {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly transactions: Transactions,
    private readonly takeIn: ReturnType<typeof ingestUsage>,
    private readonly clock: StandingClock,
  ) {}

  turnClock(to: Date): void {
    this.clock.turn(to);
  }

  async act(person: PastPerson, mutation: string, values: Readonly<Record<string, unknown>>): Promise<Made> {
    const call = mutationCall(this.schema, mutation, values);
    if (call === null) throw new PastRefused("there is no such mutation");
    const { done } = await this.ask<{ done: Answer }>(person, call.source, call.variables);
    if (done.code !== undefined) throw new PastRefused(wordsOf(done));
    return { type: done.__typename, id: done.id ?? randomUUID() };
  }

  async read(person: PastPerson, { type, id }: Made, field: string): Promise<unknown> {
    const source = readDocument(this.schema, type, field);
    if (source === null) throw new PastRefused(`nothing reads a ${type} by its id`);
    const { read } = await this.ask<{ read: Readonly<Record<string, unknown>> | null }>(person, source, { id });
    return read?.[field];
  }

  async snapshot(): Promise<SnapshotV1> {
    const latest = await this.transactions.read(LEDGER, (ctx) => new PgSnapshotStore().latest(ctx));
    if (latest === null) throw new PastRefused("no snapshot is published");
    return JSON.parse(latest.payload) as SnapshotV1;
  }

  async ingest(records: readonly RequestRecordV1[]): Promise<void> {
    const answer = await this.transactions.write(LEDGER, "ledger.ingest-usage", async (ctx) => {
      const value = await this.takeIn(ctx, { replica: PAST_REPLICA, epoch: 1, records });
      return { commit: !("kind" in value), announce: false, value };
    });
    if ("kind" in answer) throw new PastRefused(JSON.stringify(answer));
  }

  private async ask<Data>(
    person: PastPerson,
    source: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Data> {
    const { email, ...held } = person;
    const context: GraphqlContext = {
      // Resolvers read who asks from the identity; nothing of this request came over a wire.
      req: { headers: {} } as IncomingMessage,
      identity: { actor: { kind: "person", mfa: true, ...held }, email, csrfToken: "" },
      loaders: new RequestLoaders(),
    };
    const variableValues = { ...variables };
    const { data, errors } = await graphql({ schema: this.schema, source, variableValues, contextValue: context });
    if (errors !== undefined) throw new PastRefused(errors.map(({ message }) => message).join("; "));
    return data as Data;
  }
}

const wordsOf = ({ message = "", issues = [], conditions = [] }: Answer): string =>
  [
    message,
    ...issues.map(({ path, message: said }) => `${String(path)}: ${said}`),
    ...conditions.map(({ code }) => code),
  ].join("; ");
