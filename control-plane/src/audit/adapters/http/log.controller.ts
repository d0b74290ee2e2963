import { Controller, Get, Header, Inject, NotFoundException, Param, Query, StreamableFile } from "@nestjs/common";
import { LOGS, type LogName } from "../../domain/log-name.js";
import type { LogReader } from "../../use-cases/read-log.js";
import { LOG_READER } from "../../audit.tokens.js";

/** Tiles, entry bundles and the checkpoint, by the paths of c2sp.org/tlog-tiles. */
const RESOURCE = /^(?:checkpoint|tile\/(?:entries|[0-9]{1,2})\/(?:x[0-9]{3}\/){0,5}[0-9]{3}(?:\.p\/[0-9]{1,3})?)$/u;

/**
 * The logs as an outsider reads them. They hold pseudonyms and commitments, so they are open to whoever can reach this
 * server; a receipt is for whoever knows the record's own id.
 */
@Controller("log")
export class LogController {
  constructor(@Inject(LOG_READER) private readonly reader: LogReader | null) {}

  @Get(":log/proof")
  @Header("content-type", "text/plain; charset=utf-8")
  @Header("cache-control", "no-store")
  async proof(@Param("log") log: string, @Query("id") id: unknown): Promise<string> {
    const proof = typeof id === "string" ? await this.reader?.proof(logOf(log), id) : null;
    if (proof === null || proof === undefined)
      throw new NotFoundException("This record is in no checkpoint, or not yet.");
    return proof;
  }

  @Get(":log/*resource")
  @Header("cache-control", "no-cache")
  async resource(
    @Param("log") log: string,
    @Param("resource") parts: string | readonly string[],
  ): Promise<StreamableFile> {
    const path = typeof parts === "string" ? parts : parts.join("/");
    const bytes = RESOURCE.test(path) ? await this.reader?.resource(logOf(log), path) : null;
    if (bytes === null || bytes === undefined) throw new NotFoundException("The log has no such resource.");
    const type = path === "checkpoint" ? "text/plain; charset=utf-8" : "application/octet-stream";
    return new StreamableFile(bytes, { type });
  }
}

function logOf(name: string): LogName {
  const log = LOGS.find((each) => each === name);
  if (log === undefined) throw new NotFoundException("There is no log of this name.");
  return log;
}
