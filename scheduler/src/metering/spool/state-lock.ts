import { createHash } from "node:crypto";
import { mkdir, realpath } from "node:fs/promises";
import { createServer } from "node:net";
import type { Server } from "node:net";

/** Another scheduler runs on this state folder. */
export class StateDirInUse extends Error {
  override readonly name = "StateDirInUse";
}

export interface StateLock {
  readonly release: () => void;
}

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });

/**
 * Holds a state folder for this process. The lock is a name in Linux's abstract socket space: taking it is atomic and
 * the kernel frees it with the process, however it ends. Other systems run without it.
 */
export const lockStateDir = async (stateDir: string): Promise<StateLock> => {
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  if (process.platform !== "linux") return { release: () => undefined };
  const name = createHash("sha256")
    .update(await realpath(stateDir))
    .digest("hex");
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, `\0socle-scheduler-${name}`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new StateDirInUse("another scheduler runs on this state folder", { cause: error });
    }
    throw error;
  }
  server.unref();
  return { release: () => void server.close() };
};
