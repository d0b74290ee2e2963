import { processEnvironment } from "./config/environment.js";
import { readConfig } from "./config/read-config.js";
import { runScheduler, StartFailure } from "./run-scheduler.js";

const complain = (problems: readonly string[]): never => {
  process.stderr.write(problems.map((problem) => `scheduler: ${problem}\n`).join(""));
  process.exit(1);
};

const start = async (): Promise<void> => {
  const read = readConfig(processEnvironment());
  if (!read.ok) return complain(read.problems);
  const scheduler = await runScheduler(read.config);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void scheduler.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
};

await start().catch((error: unknown) => {
  if (error instanceof StartFailure) return complain([error.message]);
  throw error;
});
