import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCheckpoint } from "../../domain/note/checkpoint.js";
import { parseNote } from "../../domain/note/signed-note.js";
import { originHash, type SeenTree, type WitnessMemory } from "../../domain/witness/witness-desk.js";
import { replaceFile } from "../folder/replace-file.js";

/** One file for each log, named by the hash of its origin; it holds the last checkpoint as cosigned. */
export class FolderWitnessMemory implements WitnessMemory {
  constructor(private readonly folder: string) {}

  async load(origin: string): Promise<SeenTree | null> {
    const printed = await readFile(this.pathOf(origin), "utf8").catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    });
    if (printed === null) return null;
    const note = parseNote(printed);
    const checkpoint = note === null ? null : parseCheckpoint(note.text);
    // A memory that cannot be read is not an empty one: that would let a log begin again.
    if (checkpoint?.origin !== origin) throw new Error(`What is remembered of ${origin} cannot be read.`);
    return { size: checkpoint.size, root: checkpoint.root, checkpoint: printed };
  }

  save(origin: string, { checkpoint }: SeenTree): Promise<void> {
    return replaceFile(this.pathOf(origin), checkpoint, 0o600);
  }

  private pathOf(origin: string): string {
    return join(this.folder, originHash(origin));
  }
}
