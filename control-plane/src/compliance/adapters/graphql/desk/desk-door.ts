import { Inject, Injectable } from "@nestjs/common";
import type { PersonActor } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import type { Context, SubjectName, UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { CLOCK, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { Clock } from "../../../../kernel/clock.js";
import { actorMay, DetailReads, readsPublishedOnly } from "../../../../tenancy/index.js";
import { type RegistryPorts } from "../../../../registry/index.js";
import type { DeskRecord } from "../../../domain/desk/desk-record.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import type { DeskQuery, DeskStore } from "../../../ports/desk/desk-store.port.js";
import { DESK_PORTS } from "../../../desk.tokens.js";
import type { DeskListArgs } from "./desk-list.inputs.js";

/** What the desk's use cases need: its own ports, and those of the registry on whose use cases it acts. */
export type DeskRoomPorts = DeskPorts & { readonly registry: RegistryPorts };

/** What the desk's resolvers share: lists within role and scope, one record. */
@Injectable()
export class DeskDoor {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(DESK_PORTS) readonly ports: DeskRoomPorts,
    @Inject(DetailReads) private readonly reads: DetailReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today(): string {
    return parisDay(this.now());
  }

  read<T>(actor: PersonActor, query: (ctx: Context) => Promise<T>): Promise<T> {
    return this.runner.read(actor, query);
  }

  /** A page of one kind, of what the actor's roles read of it. @param subject `null` for what everybody reads */
  async list<Kind extends DeskRecord, View>(
    actor: PersonActor,
    subject: SubjectName | null,
    store: DeskStore<Kind>,
    args: DeskListArgs,
    view: (record: Kind) => View,
  ): Promise<Connection<View>> {
    const query = queryOf(args);
    const allowed = subject === null || actorMay(actor, "read", subject);
    const shown = subject !== null && readsPublishedOnly(actor, subject) ? onlyPublished(query) : query;
    const rows = allowed && shown !== null ? await this.read(actor, (ctx) => store.page(ctx, shown)) : [];
    return connectionOf(rows, query.first, ({ id }) => [id], view);
  }

  /** One record, whose reading is kept when it is of another ministry. */
  async one<Kind extends DeskRecord>(
    actor: PersonActor,
    subject: SubjectName,
    store: DeskStore<Kind>,
    id: string,
  ): Promise<Kind | null> {
    const found = actorMay(actor, "read", subject) ? await this.read(actor, (ctx) => store.find(ctx, id)) : null;
    if (found !== null && found.state !== "published" && readsPublishedOnly(actor, subject)) return null;
    if (found !== null)
      this.reads.note(actor, { subjectType: subject, subjectId: id, organisationId: found.organisationId });
    return found;
  }

  /** What hangs from the use cases of one answer, in one question. @param name of the kind, where it is not its subject's */
  async ofUseCase<Kind extends DeskRecord>(
    loaders: RequestLoaders,
    actor: PersonActor,
    subject: SubjectName,
    store: DeskStore<Kind>,
    useCaseId: string,
    name: string = subject,
  ): Promise<readonly Kind[]> {
    if (!actorMay(actor, "read", subject)) return [];
    const loader = loaders.of(`desk.${name}`, (ids) =>
      this.read(actor, async (ctx) => {
        const cut = readsPublishedOnly(actor, subject);
        const records = (await store.ofUseCases(ctx, ids)).filter(({ state }) => !cut || state === "published");
        return new Map(ids.map((id) => [id, records.filter((each) => each.useCaseId === id)]));
      }),
    );
    return (await loader.load(useCaseId)) ?? [];
  }
}

/** The same question about what is published; `null` when it asks for other states alone. */
const onlyPublished = (query: DeskQuery): DeskQuery | null =>
  query.states.length === 0 || query.states.includes("published") ? { ...query, states: ["published"] } : null;

function queryOf({ filter, sort, first, after }: DeskListArgs): DeskQuery {
  return {
    search: filter?.search ?? "",
    states: filter?.states ?? [],
    organisationId: filter?.organisationId ?? null,
    useCaseId: filter?.useCaseId ?? null,
    rule: filter?.rule ?? null,
    sort: sort ?? "newest",
    first: pageSize(first ?? 25),
    after: after == null ? null : String(decodeCursor(after, 1)[0]),
  };
}
