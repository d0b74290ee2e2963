import type { LogName } from "../domain/log-name.js";

/** Storage, database and witness do not tell the same story: nothing is signed until somebody has looked. */
export class LogDiverged extends Error {
  constructor(log: LogName, why: string) {
    super(`The ${log} log is stopped: ${why} What to do: "Restore" in control-plane/src/audit/README.md.`);
    this.name = "LogDiverged";
  }
}

/** The witness was not heard, or gave no signature where one is required: entries wait, nothing is lost. */
export class LogUnwitnessed extends Error {
  constructor(log: LogName) {
    super(`The ${log} log waits for its witness.`);
    this.name = "LogUnwitnessed";
  }
}

/** Somebody else published meanwhile: what stands there is taken up anew before anything is signed. */
export class LogOvertaken extends Error {
  constructor(log: LogName) {
    super(
      `The checkpoint of the ${log} log is not the one that was published here last: another process writes to it.`,
    );
    this.name = "LogOvertaken";
  }
}
