import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockStateDir, StateDirInUse } from "./state-lock.js";

it.runIf(process.platform === "linux")("lets one scheduler hold a state folder, and the next after it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "socle-lock-"));
  const lock = await lockStateDir(folder);
  await expect(lockStateDir(folder)).rejects.toThrow(StateDirInUse);
  lock.release();
  await expect.poll(() => lockStateDir(folder).then(({ release }) => (release(), true))).toBe(true);
  await rm(folder, { recursive: true });
});
