import type { SocleClient } from "../providers/socle-client";
import type { RefusalAnswer } from "../providers/refusal";

export const ACCEPTED_FILES = ".csv,.xlsx";
/** As the server limits it, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type FileProblem = "none" | "type" | "size" | "empty";

/** What keeps a file from being sent at all. */
export function problemOf(file: { readonly name: string; readonly size: number } | null): FileProblem | null {
  if (file === null) return "none";
  if (!/\.(csv|xlsx)$/iu.test(file.name)) return "type";
  if (file.size === 0) return "empty";
  return file.size > MAX_FILE_BYTES ? "size" : null;
}

interface Destination {
  readonly campaignId: string;
  readonly organisationId: string;
  readonly target: "declaration" | "need";
}

/** Address of an import: the body is the file, the query says what it is for. */
export function importPath({ campaignId, organisationId, target }: Destination, fileName: string): string {
  const query = new URLSearchParams({ campaignId, organisationId, target, fileName });
  return `/capacity/imports?${query.toString()}`;
}

export type Sent = { readonly id: string } | RefusalAnswer;

/** Sends it; what is read of it is then asked for by its id. */
export const sendFile = (client: SocleClient, to: Destination, file: File, key: string): Promise<Sent> =>
  client.send<Sent>(importPath(to, file.name), file, key);

export const isUnderWay = (state: string): boolean => state === "RECEIVED" || state === "READING";
