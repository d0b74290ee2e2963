import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where the last snapshot waits for a start without the control plane. Holds envelopes as received, still signed. */
export class SnapshotStore {
  constructor(private readonly folder: string) {}

  /** `current` is the last snapshot taken, `rules` the last one whose rules compiled. `null` when there is none. */
  async read(name: "current" | "rules"): Promise<string | null> {
    try {
      return await readFile(this.pathOf(name), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  /** Replaces the file as a whole: after a crash it is the old one or the new one. */
  async write(name: "current" | "rules", text: string): Promise<void> {
    const path = this.pathOf(name);
    const draft = `${path}.tmp`;
    await mkdir(this.folder, { recursive: true });
    await writeDurably(draft, text);
    await rename(draft, path);
    await syncFolder(dirname(path));
  }

  private pathOf(name: "current" | "rules"): string {
    return join(this.folder, `${name}.json`);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
