import { PayloadTooLargeException } from "@nestjs/common";
import type { Request } from "express";

/** The request's bytes. @throws PayloadTooLargeException beyond `most`, without reading on */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new PayloadTooLargeException({ code: "file.too_big", message: `A file has at most ${most} bytes.` });
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
