import type { Readable } from "node:stream";
import xml, { type QualifiedTag, type SAXParser, type Tag } from "sax";
import { ZipRefused } from "./bounded-zip.js";

/** What a walk is told of; names are without their prefix. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Walks a part as it arrives, and lets other work run between its pieces, whose bytes it gives. A document type, which alone can make entities
 * grow, refuses the part.
 * @throws ZipRefused
 */
export async function* walkXml(part: Readable, visitor: XmlVisitor): AsyncGenerator<number> {
  const sax = saxFor(visitor);
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of part as AsyncIterable<Buffer>) {
    write(sax, decoder.decode(chunk, { stream: true }));
    yield chunk.length;
  }
}

/** The whole part at once, for small ones. */
export async function readXml(part: Readable | null, visitor: XmlVisitor): Promise<void> {
  if (part === null) return;
  for await (const _ of walkXml(part, visitor)) continue;
}

function saxFor(visitor: XmlVisitor): SAXParser {
  const sax = xml.parser(true, { position: false });
  sax.onopentag = (tag: Tag | QualifiedTag) => visitor.open(bare(tag.name), tag.attributes as Record<string, string>);
  sax.ontext = (text) => visitor.text(text);
  sax.oncdata = (text) => visitor.text(text);
  sax.onclosetag = (name) => visitor.close(bare(name));
  sax.ondoctype = () => {
    throw new ZipRefused("file.not_xlsx");
  };
  sax.onerror = () => {
    throw new ZipRefused("file.not_xlsx");
  };
  return sax;
}

function write(sax: SAXParser, text: string): void {
  try {
    sax.write(text);
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused("file.not_xlsx");
  }
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);
