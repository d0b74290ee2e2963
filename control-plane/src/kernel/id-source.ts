import { randomBytes } from "node:crypto";

/** Fresh identifiers as a port. */
export interface IdSource {
  /** A UUID v7: sorts by creation time. */
  next(): string;
}

/** RFC 9562 §5.7: 48 bits of Unix milliseconds, version, 74 random bits, variant. */
export function uuidV7(millis: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(millis, 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const systemIds: IdSource = { next: () => uuidV7(Date.now(), randomBytes(10)) };
