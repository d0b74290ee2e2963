/** A room refused part of a seed; the message names the part and the reason, in one line. */
export class SeedRefused extends Error {
  override readonly name = "SeedRefused";
}
