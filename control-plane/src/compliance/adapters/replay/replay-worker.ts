import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import type { ReplayWorkerInput, ReplayWorkerMessage } from "./replay-protocol.js";
import { replayWindow } from "./replay-window.js";

const { databaseUrl, task } = workerData as ReplayWorkerInput;
const tell = (message: ReplayWorkerMessage): void => parentPort?.postMessage(message);

const client = new pg.Client({ connectionString: databaseUrl, application_name: "socle-simulation", keepAlive: true });
await client.connect();
try {
  const answer = await replayWindow(client, task, (done) => {
    tell({ kind: "progress", done });
  });
  tell({ kind: "answer", answer });
} finally {
  await client.end();
}
