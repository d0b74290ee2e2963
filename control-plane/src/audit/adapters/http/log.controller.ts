import { Controller, Get, Header, Inject, NotFoundException, Param, Query, Res, StreamableFile } from "@nestjs/common";
import type { Response } from "express";
import { LOGS, type LogName } from "../../domain/log-name.js";
import type { EntryName } from "../../ports/log-queue.port.js";
import { CHECKPOINT_PATH, MINIMUM_PATH } from "../../ports/log-storage.port.js";
import type { LogReader } from "../../use-cases/read-log.js";
import { LOG_READER } from "../../audit.tokens.js";

/** Tiles and entry bundles, by the paths of c2sp.org/tlog-tiles. */
const TILE = /^tile\/(?:entries|[0-9]{1,2})\/(?:x[0-9]{3}\/){0,5}[0-9]{3}(?:\.p\/[0-9]{1,3})?$/u;
/** Signed notes: the checkpoint, and from which entry on bundles are kept. They are replaced. */
const NOTES: ReadonlySet<string> = new Set([CHECKPOINT_PATH, MINIMUM_PATH]);
const HEADERS = {
  note: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  tile: { "content-type": "application/octet-stream", "cache-control": "public, max-age=31536000, immutable" },
} as const;

/**
 * The logs as an outsider reads them. They hold pseudonyms and commitments, so they are open to whoever can reach this
 * server; a receipt is for whoever knows the record's own id, or the decision that an answer named in `x-socle-decision`.
 */
@Controller("log")
export class LogController {
  constructor(@Inject(LOG_READER) private readonly reader: LogReader | null) {}

  @Get(":log/proof")
  @Header("content-type", "text/plain; charset=utf-8")
  @Header("cache-control", "no-store")
  async proof(
    @Param("log") log: string,
    @Query("id") entryId: unknown,
    @Query("decision") decisionId: unknown,
  ): Promise<string> {
    const name = nameOf(logOf(log), entryId, decisionId);
    const proof = name === null ? null : await this.reader?.proof(logOf(log), name);
    if (proof === null || proof === undefined)
      throw new NotFoundException("This record is in no checkpoint, or not yet.");
    return proof;
  }

  @Get(":log/*resource")
  async resource(
    @Param("log") log: string,
    @Param("resource") parts: string | readonly string[],
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const path = typeof parts === "string" ? parts : parts.join("/");
    const kind = NOTES.has(path) ? "note" : "tile";
    const bytes = kind === "note" || TILE.test(path) ? await this.reader?.resource(logOf(log), path) : null;
    if (bytes === null || bytes === undefined) throw new NotFoundException("The log has no such resource.");
    response.set(HEADERS[kind]);
    return new StreamableFile(bytes, { type: HEADERS[kind]["content-type"] });
  }
}

function nameOf(log: LogName, entryId: unknown, decisionId: unknown): EntryName | null {
  if (typeof entryId === "string") return { entryId };
  return typeof decisionId === "string" && log === "inference" ? { decisionId } : null;
}

function logOf(name: string): LogName {
  const log = LOGS.find((each) => each === name);
  if (log === undefined) throw new NotFoundException("There is no log of this name.");
  return log;
}
