import { Worker } from "node:worker_threads";
import type { Cell, CellResult } from "./cell.ts";

/** A fair share of a machine of two cores. */
const WORKERS = 2;

/** Runs cells on two threads; results in the order of the cells. */
export async function runCells(cells: readonly Cell[]): Promise<CellResult[]> {
  const results: CellResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL("./cell-worker.ts", import.meta.url));
    try {
      while (next < cells.length) {
        const index = next;
        next += 1;
        results[index] = await answer(worker, cells[index] as Cell);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return results;
}

function answer(worker: Worker, cell: Cell): Promise<CellResult> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
    worker.once("error", failed);
    worker.once("message", (result: CellResult) => {
      worker.off("error", failed);
      resolve(result);
    });
    worker.postMessage(cell);
  });
}
