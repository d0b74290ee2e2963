import { Global, Module } from "@nestjs/common";
import { DEROGATION_SOURCE, LAPSE_SOURCE } from "../serving/index.js";
import { lapseSnapshotSource } from "./adapters/postgres/desk/pg-lapse-snapshot.js";
import { derogationSnapshotSource } from "./adapters/postgres/desk/pg-derogation-snapshot.js";

/** What schedulers apply from day to day: derogations, and pieces that lapse. Global: serving is given them by its ports. */
@Global()
@Module({
  providers: [
    { provide: DEROGATION_SOURCE, useValue: derogationSnapshotSource },
    { provide: LAPSE_SOURCE, useValue: lapseSnapshotSource },
  ],
  exports: [DEROGATION_SOURCE, LAPSE_SOURCE],
})
export class DerogationsModule {}
