import { createHash } from "node:crypto";
import { canonicalJson } from "@socle/contracts";

/**
 * SHA-256 of the canonical JSON, in hexadecimal: names what a decision was taken on, so that anyone who holds the same
 * facts finds the same name.
 * @param value JSON as it is stored; a Date is to be written out before
 */
export const digestOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
