// Runs cells handed over by message, one after the other.
import { parentPort } from "node:worker_threads";
import { runCell, type Cell } from "./cell.ts";
import { loadParts } from "./parts.ts";
import { workloadNamed } from "./workloads.ts";

const parts = await loadParts();
parentPort?.on("message", (cell: Cell) => parentPort?.postMessage(runCell(parts, workloadNamed(cell.workload), cell)));
