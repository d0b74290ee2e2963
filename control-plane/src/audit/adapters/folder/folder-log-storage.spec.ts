import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { logStorageBehaves } from "../../ports/log-storage.behaviour.js";
import { FolderLogStorage } from "./folder-log-storage.js";

const folder = mkdtempSync(join(tmpdir(), "socle-log-storage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

logStorageBehaves("in a folder", () => new FolderLogStorage(mkdtempSync(join(folder, "log-"))));
