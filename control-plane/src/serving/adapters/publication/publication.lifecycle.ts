import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { SnapshotFeed } from "../../domain/snapshot-feed.js";
import type { ChangeListener } from "../postgres/change-listener.js";
import type { SnapshotPublisher } from "./snapshot-publisher.js";

/**
 * Publication begins once the application stands. It ends, and long polls with it, before the server and the database
 * connections close.
 */
export class PublicationLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly publisher: SnapshotPublisher,
    private readonly listener: ChangeListener,
    private readonly feed: SnapshotFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.publisher.start();
    void this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.feed.close();
    await this.listener.stop();
    await this.publisher.stop();
  }
}
