/** A reason not to start that its reader can act on: printed as one line, exit code 1, no stack trace. */
export class LaunchFailure extends Error {
  override readonly name = "LaunchFailure";
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on the disk that holds",
  EDQUOT: "the disk quota is used up for",
  EACCES: "no permission to write",
  EPERM: "no permission to write",
  EROFS: "this file system is read-only:",
  ENOTDIR: "a parent of this path is not a folder:",
};

/** The one line for anything that stopped the launcher, or `null` when it is a bug that deserves its stack trace. */
export function failureLine(error: unknown): string | null {
  if (error instanceof LaunchFailure) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const cause = code === undefined ? undefined : CAUSES[code];
  return cause === undefined ? null : `${cause} ${path ?? "the state folder"}`;
}

/** Runs a script's main function; turns failures into one line on stderr and exit code 1. */
export async function runScript(name: string, main: () => Promise<void>): Promise<void> {
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  try {
    await main();
  } catch (error) {
    const line = failureLine(error);
    if (line === null) console.error(error);
    else console.error(`${name}: ${line}`);
    process.exitCode = 1;
  }
}

/** The terminal may go away while Socle goes on, for example `npm start | head`. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
