import { Global, Module } from "@nestjs/common";
import { DEROGATION_SOURCE } from "../serving/index.js";
import { derogationSnapshotSource } from "./adapters/postgres/desk/pg-derogation-snapshot.js";

/** Derogations that schedulers apply. Global: serving is given them through its port. */
@Global()
@Module({
  providers: [{ provide: DEROGATION_SOURCE, useValue: derogationSnapshotSource }],
  exports: [DEROGATION_SOURCE],
})
export class DerogationsModule {}
