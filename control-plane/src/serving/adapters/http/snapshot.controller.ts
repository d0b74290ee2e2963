import { Controller, Get, Headers, Inject, Res, UseGuards } from "@nestjs/common";
import { SNAPSHOT_PATH, type SignedSnapshotV1 } from "@socle/contracts";
import type { Response } from "express";
import { InternalCallGuard } from "../../../platform/internal-auth/internal-call.guard.js";
import { SnapshotFeed } from "../../domain/snapshot-feed.js";
import { entityTag, numberOfTag } from "./entity-tag.js";

const WAIT_MS = 25_000;

/** Where schedulers get their snapshots: a long poll that answers as soon as there is a newer one. */
@Controller()
@UseGuards(InternalCallGuard)
export class SnapshotController {
  constructor(@Inject(SnapshotFeed) private readonly feed: SnapshotFeed) {}

  @Get(SNAPSHOT_PATH)
  async snapshot(@Headers("if-none-match") tag: string | undefined, @Res() response: Response): Promise<void> {
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), WAIT_MS);
    response.once("close", () => end.abort());
    const snapshot = await this.feed.newerThan(numberOfTag(tag), end.signal);
    clearTimeout(timer);
    if (response.destroyed) return;
    response.set("cache-control", "no-store");
    if (snapshot !== null) {
      const body: SignedSnapshotV1 = { payload: snapshot.payload, signature: snapshot.signature };
      response.set("etag", entityTag(snapshot.number)).json(body);
    } else if (this.feed.latest !== null) response.status(304).end();
    else response.status(503).json({ code: "snapshot.none", message: "No snapshot has been published yet." });
  }
}
