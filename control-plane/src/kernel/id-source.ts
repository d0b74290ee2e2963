import { randomBytes } from "node:crypto";

/** Fresh identifiers as a port. */
export interface IdSource {
  /** A UUID v7: sorts by creation, among those of one process also within a millisecond. */
  next(): string;
}

const MOST_COUNTED = 0xfff;

/**
 * RFC 9562 §5.7: 48 bits of Unix milliseconds, version, 12 bits that count within the millisecond (§6.2, method 1),
 * variant, 62 random bits. What one act does twice, in one millisecond, is read in the order in which it did it.
 */
export function idsInOrder(now: () => number): IdSource {
  let millis = 0;
  let counted = 0;
  return {
    next() {
      const random = randomBytes(10);
      const at = now();
      if (at <= millis && counted < MOST_COUNTED) counted += 1;
      else {
        millis = Math.max(at, millis + 1);
        // Half of the numbers are left to count.
        counted = random.readUInt16BE(0) & (MOST_COUNTED >> 1);
      }
      const bytes = Buffer.alloc(16);
      bytes.writeUIntBE(millis, 0, 6);
      bytes.writeUInt16BE(0x7000 | counted, 6);
      random.copy(bytes, 8, 2);
      bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
      const hex = bytes.toString("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}

export const systemIds: IdSource = idsInOrder(() => Date.now());
