// node …/seed/apply.js FILE [--endpoints URLS.json] [--only-endpoints]: brings the registry of DATABASE_URL to the file.
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadOwnerUrl } from "../platform/config/owner-url.js";
import { openPlatformRooms } from "./adapters/rooms/platform-rooms.js";
import { readSeedFile } from "./adapters/yaml/read-seed-file.js";
import { SeedRefused } from "./domain/seed-refused.js";
import { applySeed, moveEndpoints, type EndpointUrls } from "./use-cases/apply-seed.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { endpoints: { type: "string" }, "only-endpoints": { type: "boolean", default: false } },
});
const document = readSeedFile(positionals[0]);
if (document !== null) {
  const platform = await openPlatformRooms(loadOwnerUrl());
  try {
    const urls =
      values.endpoints === undefined ? {} : (JSON.parse(readFileSync(values.endpoints, "utf8")) as EndpointUrls);
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
