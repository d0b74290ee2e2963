import { Inject } from "@nestjs/common";
import { Args, ID, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { LOG_SALTS } from "../../audit.tokens.js";
import type { LogName } from "../../domain/log-name.js";
import type { LogSalts } from "../../ports/log-salts.port.js";
import { openEntry } from "../../use-cases/open-entry.js";
import { LogEntryOpeningType, LogNameEnum } from "./log-entry.types.js";

@Resolver(() => LogEntryOpeningType)
export class LogEntryResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LOG_SALTS) private readonly salts: LogSalts,
  ) {}

  @Query(() => LogEntryOpeningType, {
    nullable: true,
    description: "What shows that an entry of a log commits to this record; null when the record is in none.",
  })
  async logEntryOpening(
    @CurrentActor() actor: PersonActor,
    @Args("log", { type: () => LogNameEnum }) log: LogName,
    @Args("entryId", { type: () => ID }) entryId: string,
  ): Promise<LogEntryOpeningType | null> {
    if (!actorMay(actor, "read", "TransparencyLog")) return null;
    return this.runner.read(actor, (ctx) => openEntry(ctx, this.salts, log, entryId));
  }
}
