// node …/seed/export.js: prints the registry of DATABASE_URL as a seed file.
import "reflect-metadata";
import { loadOwnerUrl } from "../platform/config/owner-url.js";
import { documentOf } from "./adapters/rooms/document-of.js";
import { openPlatformRooms } from "./adapters/rooms/platform-rooms.js";
import { writeSeed } from "./adapters/yaml/write-seed.js";

const platform = await openPlatformRooms(loadOwnerUrl());
try {
  process.stdout.write(writeSeed(documentOf(await platform.records()), new Date()));
} finally {
  await platform.close();
}
