import { describe, expect, it } from "vitest";
import type { LogStorage } from "./log-storage.port.js";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = async (found: Promise<Uint8Array | null>): Promise<string | null> => {
  const read = await found;
  return read === null ? null : Buffer.from(read).toString();
};

/** What every storage of a log does. */
export function logStorageBehaves(name: string, open: () => LogStorage): void {
  describe(`log storage, ${name}`, () => {
    it("reads what was written, each log by itself, and null where nothing is", async () => {
      const storage = open();
      await storage.write("governance", [
        { path: "tile/0/000.p/2", bytes: bytes("two") },
        { path: "tile/entries/000.p/2", bytes: new Uint8Array([0, 255, 0]) },
      ]);
      expect(await textOf(storage.read("governance", "tile/0/000.p/2"))).toBe("two");
      expect([...((await storage.read("governance", "tile/entries/000.p/2")) ?? [])]).toEqual([0, 255, 0]);
      expect(await storage.read("inference", "tile/0/000.p/2")).toBeNull();
      expect(await storage.read("governance", "tile/0/000.p/3")).toBeNull();
    });

    it("takes the same bytes again, and nothing at all", async () => {
      const storage = open();
      const write = [{ path: "tile/0/001", bytes: bytes("x".repeat(8192)) }];
      await storage.write("governance", write);
      await storage.write("governance", write);
      await storage.write("governance", []);
      expect((await storage.read("governance", "tile/0/001"))?.length).toBe(8192);
    });

    it("replaces the checkpoint, and keeps other notes beside it", async () => {
      const storage = open();
      await storage.publish("governance", "first\n");
      await storage.publish("governance", "second\n");
      await storage.publish("governance", "kept\n", "minimum-index");
      expect(await textOf(storage.read("governance", "checkpoint"))).toBe("second\n");
      expect(await textOf(storage.read("governance", "minimum-index"))).toBe("kept\n");
    });

    it("removes a path and what is below it, nothing beside it, and minds no absence", async () => {
      const storage = open();
      const paths = ["tile/0/007.p/1", "tile/0/007.p/2", "tile/0/007", "tile/0/070.p/1", "tile/0/x001/007"];
      await storage.write(
        "inference",
        paths.map((path) => ({ path, bytes: bytes(path) })),
      );
      await storage.remove("inference", ["tile/0/007.p", "tile/0/008.p", "tile/0/x001/007"]);
      const left = await Promise.all(paths.map((path) => textOf(storage.read("inference", path))));
      expect(left).toEqual([null, null, "tile/0/007", "tile/0/070.p/1", null]);
    });
  });
}
