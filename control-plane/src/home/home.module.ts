import { Module } from "@nestjs/common";
import { TenancyModule } from "../tenancy/index.js";
import { TaskResolver } from "./adapters/graphql/task.resolver.js";
import { PgWaitingWork } from "./adapters/postgres/pg-waiting-work.js";
import { WAITING_WORK } from "./home.tokens.js";

/** What each person is waited for. */
@Module({
  imports: [TenancyModule],
  providers: [{ provide: WAITING_WORK, useFactory: () => new PgWaitingWork() }, TaskResolver],
})
export class HomeModule {}
