import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holderOf, takeInstanceLock } from "./instance-lock.js";
import { Ports } from "./ports.js";
import { prepareSecrets } from "./secrets.js";
import { checkSpace, prepareStateFolder, type StateFolder } from "./state-folder.js";

let parent: string;
let state: StateFolder;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "socle-state-"));
  state = prepareStateFolder(join(parent, "a", "state"));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe("the state folder", () => {
  it("cannot be listed by others, whatever the umask", () => {
    expect(statSync(state.path).mode & 0o066).toBe(0);
    expect(statSync(state.keys).mode & 0o077).toBe(0);
  });

  it("says in one line when it cannot be made", () => {
    writeFileSync(join(parent, "file"), "");
    expect(() => prepareStateFolder(join(parent, "file", "state"))).toThrow(/cannot be written .*SOCLE_HOME/);
  });

  it("has room on this disk for going on", () => {
    expect(() => checkSpace(state.path, false)).not.toThrow();
  });
});

describe("secrets", () => {
  it("are made once, private and different", () => {
    const first = prepareSecrets(state);
    expect(prepareSecrets(state)).toEqual(first);
    const secrets = [first.sessionSecret, first.databaseOwnerPassword, first.databaseApplicationPassword];
    expect(new Set(secrets).size).toBe(3);
    for (const name of readdirSync(state.keys)) expect(statSync(join(state.keys, name)).mode & 0o077).toBe(0);
    expect(readFileSync(first.snapshotPublicKeyFile, "utf8")).toContain("PUBLIC KEY");
  });
});

describe("the instance lock", () => {
  it("has one holder, who can be told from a dead one", async () => {
    const lock = await takeInstanceLock(state);
    expect(holderOf(state)?.pid).toBe(process.pid);
    await expect(takeInstanceLock(state)).rejects.toThrow("already running");
    lock.release();
    expect(holderOf(state)).toBeNull();
  });

  it("is taken over from a launcher that was killed", async () => {
    writeFileSync(state.file("lock.json"), JSON.stringify({ pid: process.pid, startedAt: "an earlier life" }));
    const lock = await takeInstanceLock(state);
    expect(holderOf(state)?.pid).toBe(process.pid);
    lock.release();
  });
});

describe("ports", () => {
  it("stay the same from one start to the next", async () => {
    const first = await new Ports(state).any("engine");
    expect(await new Ports(state).any("engine")).toBe(first);
  });

  it("give way to another program", async () => {
    const first = await new Ports(state).any("engine");
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(first, "127.0.0.1", resolve));
    expect(await new Ports(state).any("engine")).not.toBe(first);
    await expect(new Ports(state).fixed(first, "SOCLE_PORT")).rejects.toThrow(/SOCLE_PORT/);
    await new Promise((resolve) => other.close(resolve));
  });
});
