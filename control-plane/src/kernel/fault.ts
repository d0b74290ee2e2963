export type FaultCode = "database.unavailable" | "oidc.unavailable";

/** Thrown when something Socle depends on fails. Retryable by whoever asked; nobody's input is wrong. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "Fault";
  }
}
