import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file whole or not at all: one beside it takes its name once it is on disk, and so is the name. */
export async function replaceFile(path: string, content: Uint8Array | string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  const file = await open(beside, "w", mode);
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
