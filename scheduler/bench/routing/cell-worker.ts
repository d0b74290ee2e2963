// Runs cells handed over by message, one after the other.
import { parentPort, workerData } from "node:worker_threads";
import { runCell, type Cell } from "./cell.ts";
import { loadParts } from "./parts.ts";
import { readTrace } from "./trace.ts";

const parts = await loadParts();
const trace = readTrace(workerData as string);
parentPort?.on("message", (cell: Cell) => parentPort?.postMessage(runCell(parts, trace, cell)));
