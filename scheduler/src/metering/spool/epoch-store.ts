import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Quarantine } from "./quarantine.js";
import { readIfThere, recoverSegments, syncFolder, writeAtomically } from "./segment-folder.js";
import type { Segment } from "./segment-folder.js";

/** One process's life as its folder holds it. */
export interface Epoch {
  readonly number: number;
  readonly folder: string;
  readonly segments: Segment[];
  /** Everything up to here is in the ledger, but what is in quarantine. */
  acknowledged: number;
  readonly quarantine: Quarantine;
}

const HIGH_WATER = "acknowledged";
const NUMBER = /^[1-9][0-9]{0,14}$/;

export const highWaterPath = (folder: string): string => join(folder, HIGH_WATER);
export const lastSequence = (epoch: Epoch): number => epoch.segments.at(-1)?.last ?? epoch.acknowledged;
export const isShipped = (epoch: Epoch): boolean => epoch.acknowledged >= lastSequence(epoch);
/** Nothing of it can reach the ledger any more. */
export const isOver = (epoch: Epoch): boolean => isShipped(epoch) && epoch.quarantine.size === 0;

const readNumber = async (path: string): Promise<number> => Number((await readIfThere(path)) ?? "0") || 0;

/** Folder of epochs: `<root>/<epoch>/…`, `<root>/epoch` the last number given, `<root>/closed` those to be reported. */
export class EpochStore {
  constructor(private readonly root: string) {}

  /** Earlier epochs that still have a folder, oldest first. */
  async earlier(): Promise<Epoch[]> {
    const numbers = (await readdir(this.root)).filter((name) => NUMBER.test(name)).map(Number);
    const epochs: Epoch[] = [];
    for (const number of numbers.sort((a, b) => a - b)) {
      const folder = join(this.root, String(number));
      const segments = await recoverSegments(folder);
      // Segments are deleted only once acknowledged: a high-water mark that was lost in a crash is at least below them.
      const acknowledged = Math.max(await readNumber(highWaterPath(folder)), (segments[0]?.first ?? 1) - 1);
      epochs.push({ number, folder, segments, acknowledged, quarantine: await Quarantine.recover(folder) });
    }
    return epochs;
  }

  /**
   * Opens the epoch of this process: greater than any before, and than the seconds since 1970, so that a wiped folder
   * never gives a number again that the ledger already knows.
   */
  async open(wallNow: number, earlier: readonly Epoch[]): Promise<Epoch> {
    const given = Math.max(await readNumber(join(this.root, "epoch")), earlier.at(-1)?.number ?? 0);
    const number = Math.max(given + 1, Math.floor(wallNow / 1000));
    await writeAtomically(join(this.root, "epoch"), String(number));
    const folder = join(this.root, String(number));
    await mkdir(folder, { mode: 0o700 });
    await syncFolder(this.root);
    return { number, folder, segments: [], acknowledged: 0, quarantine: Quarantine.empty(folder) };
  }

  async closed(): Promise<number[]> {
    const text = await readIfThere(join(this.root, "closed"));
    return text === null || text === "" ? [] : text.split(",").map(Number);
  }

  async writeClosed(numbers: readonly number[]): Promise<void> {
    await writeAtomically(join(this.root, "closed"), numbers.join(","));
  }

  async remove(epoch: Epoch): Promise<void> {
    await rm(epoch.folder, { recursive: true, force: true });
  }
}
