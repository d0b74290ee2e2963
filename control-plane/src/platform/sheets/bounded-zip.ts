import type { Readable } from "node:stream";
import { Transform, type TransformCallback } from "node:stream";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

/** Entries that a workbook may have. */
const MAX_ENTRIES = 1_000;
/** Bytes that one part may inflate to, and how many times its own size once it is beyond a megabyte. */
const MAX_PART_BYTES = 256 * 1024 * 1024;
const MAX_RATIO = 250;

/** The archive is no workbook that may be read; `code` says why. */
export class ZipRefused extends Error {
  constructor(readonly code: "file.not_xlsx" | "file.zip_bomb") {
    super(code);
    this.name = "ZipRefused";
  }
}

/** Parts of an archive by name, each inflated as a stream and never beyond its bounds, whatever its headers say. */
export class BoundedZip {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ZipRefused */
  static async open(file: Uint8Array): Promise<BoundedZip> {
    try {
      const zip = await fromBufferPromise(Buffer.from(file), { lazyEntries: true });
      return new BoundedZip(zip, await entriesOf(zip));
    } catch (error) {
      throw error instanceof ZipRefused ? error : new ZipRefused("file.not_xlsx");
    }
  }

  size(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** The part's bytes; null when there is none of that name. Errors of the stream are `ZipRefused`. */
  async stream(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    if (entry.uncompressedSize > boundOf(entry)) throw new ZipRefused("file.zip_bomb");
    const inflated = await this.zip.openReadStreamPromise(entry);
    const bounded = new Bound(boundOf(entry));
    // What zlib or yauzl find wrong with an entry is a file that cannot be read, not a failure of ours.
    inflated.on("error", () => bounded.destroy(new ZipRefused("file.not_xlsx")));
    bounded.on("close", () => inflated.destroy());
    return inflated.pipe(bounded);
  }
}

const boundOf = (entry: Entry): number =>
  Math.min(MAX_PART_BYTES, Math.max(1024 * 1024, entry.compressedSize * MAX_RATIO));

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MAX_ENTRIES) reject(new ZipRefused("file.zip_bomb"));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

class Bound extends Transform {
  private seen = 0;

  constructor(private readonly most: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.seen += chunk.length;
    if (this.seen > this.most) done(new ZipRefused("file.zip_bomb"));
    else done(null, chunk);
  }
}
