// node …/seed/apply.js FILE [--endpoints URLS.json] [--only-endpoints]: brings the registry of DATABASE_URL to the file.
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadOwnerUrl } from "../platform/config/owner-url.js";
import { systemClock } from "../kernel/clock.js";
import { openPlatformRooms } from "./adapters/rooms/platform-rooms.js";
import { readSeedFile } from "./adapters/yaml/read-seed-file.js";
import { StandingClock } from "./adapters/rooms/standing-clock.js";
import { momentOf } from "./domain/seed-words.js";
import { SeedRefused } from "./domain/seed-refused.js";
import { applySeed, moveEndpoints, type EndpointUrls } from "./use-cases/apply-seed.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { endpoints: { type: "string" }, "only-endpoints": { type: "boolean", default: false } },
});
const document = readSeedFile(positionals[0]);
if (document !== null) {
  const clock = new StandingClock(systemClock.now());
  const platform = await openPlatformRooms(loadOwnerUrl(), clock);
  try {
    const urls =
      values.endpoints === undefined ? {} : (JSON.parse(readFileSync(values.endpoints, "utf8")) as EndpointUrls);
    // What is lived afterwards begins in the past, and with it what it is lived in: in a registry that held nothing.
    const isFirst = (await platform.rooms.tenancy()).organisations.length === 0;
    if (isFirst && document.past != null) clock.turn(momentOf(clock.now(), document.past.daysAgo, 0));
    await (values["only-endpoints"] ? moveEndpoints : applySeed)(platform.rooms, document, urls);
    console.log(JSON.stringify({ event: "seed.applied" }));
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error;
    console.error(`${positionals[0]}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await platform.close();
  }
}
