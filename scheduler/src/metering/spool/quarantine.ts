import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder, writeAtomically } from "./segment-folder.js";

const FOLDER = "quarantine";
const RECORD = /^([1-9][0-9]{0,14})\.json$/;

/**
 * Records of one epoch that the ledger could not read, one file each under `<epoch>/quarantine`, named by their sequence:
 * whoever mends the cause can look at them, and they are sent again.
 */
export class Quarantine {
  private constructor(
    private readonly folder: string,
    private readonly held: Set<number>,
  ) {}

  static empty(epochFolder: string): Quarantine {
    return new Quarantine(join(epochFolder, FOLDER), new Set());
  }

  /** What an earlier process left. */
  static async recover(epochFolder: string): Promise<Quarantine> {
    const quarantine = Quarantine.empty(epochFolder);
    for (const name of await readdir(quarantine.folder).catch(() => [])) {
      const match = RECORD.exec(name);
      if (match !== null) quarantine.held.add(Number(match[1]));
    }
    return quarantine;
  }

  get size(): number {
    return this.held.size;
  }

  has(sequence: number): boolean {
    return this.held.has(sequence);
  }

  sequences(): readonly number[] {
    return [...this.held].sort((a, b) => a - b);
  }

  /** On disk, and its name too, when this resolves. */
  async add(sequence: number, json: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeAtomically(this.pathOf(sequence), json);
    await syncFolder(this.folder);
    this.held.add(sequence);
  }

  read(sequence: number): Promise<string> {
    return readFile(this.pathOf(sequence), "utf8");
  }

  async drop(sequence: number): Promise<void> {
    await rm(this.pathOf(sequence), { force: true });
    this.held.delete(sequence);
  }

  private pathOf(sequence: number): string {
    return join(this.folder, `${sequence}.json`);
  }
}
