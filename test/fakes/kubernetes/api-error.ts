import type { Kind } from "./kinds.js";

export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

interface Details {
  readonly name?: string;
  readonly kind?: string;
  readonly group?: string;
  readonly causes?: readonly Cause[];
  readonly retryAfterSeconds?: number;
}

/** A refusal as the API server words it; `body` is the `Status` it sends. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Details,
  ) {
    super(message);
  }

  get body(): object {
    const { code, reason, message, details } = this;
    return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, details, code };
  }
}

/** `pods`, or `leases.coordination.k8s.io`. */
const qualified = (name: string, kind: Kind): string => (kind.group === "" ? name : `${name}.${kind.group}`);
const groupOf = (kind: Kind): { group?: string } => (kind.group === "" ? {} : { group: kind.group });
const named = (kind: Kind, name: string): Details => ({ name, ...groupOf(kind), kind: kind.resource });

export const notFound = (kind: Kind, name: string): ApiError =>
  new ApiError(404, "NotFound", `${qualified(kind.resource, kind)} "${name}" not found`, named(kind, name));

export const alreadyExists = (kind: Kind, name: string): ApiError =>
  new ApiError(409, "AlreadyExists", `${qualified(kind.resource, kind)} "${name}" already exists`, named(kind, name));

const MODIFIED = "the object has been modified; please apply your changes to the latest version and try again";

export const conflict = (kind: Kind, name: string): ApiError =>
  new ApiError(
    409,
    "Conflict",
    `Operation cannot be fulfilled on ${qualified(kind.resource, kind)} "${name}": ${MODIFIED}`,
    named(kind, name),
  );

export const wrongUid = (kind: Kind, name: string, asked: string, uid: string): ApiError =>
  new ApiError(
    409,
    "Conflict",
    `Operation cannot be fulfilled on ${kind.kind} "${name}": the UID in the precondition (${asked}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    { name, kind: kind.kind },
  );

const sentence = ({ field, message }: Cause): string => `${field}: ${message}`;

/** Several causes are put in brackets; one that is said twice is written once. */
export const invalid = (kind: Kind, name: string, causes: readonly Cause[], as: string = kind.kind): ApiError => {
  const sentences = [...new Set(causes.map(sentence))];
  const all = sentences.length > 1 ? `[${sentences.join(", ")}]` : sentences.join("");
  const details = { name, ...groupOf(kind), kind: as, causes };
  return new ApiError(422, "Invalid", `${qualified(as, kind)} "${name}" is invalid: ${all}`, details);
};

export const badRequest = (message: string): ApiError => new ApiError(400, "BadRequest", message);

export const plain = (code: number, reason: string, message: string): ApiError =>
  new ApiError(code, reason, message, {});

export const rejected = (): ApiError =>
  plain(422, "Invalid", "the server rejected our request due to an error in our request");

export const expired = (version: string, oldest: number): ApiError =>
  new ApiError(410, "Expired", `too old resource version: ${version} (${oldest})`);
