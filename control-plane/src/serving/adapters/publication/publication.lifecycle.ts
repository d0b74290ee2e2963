import type { OnApplicationBootstrap, OnApplicationShutdown } from "@nestjs/common";
import type { ChangeListener } from "../postgres/change-listener.js";
import type { SnapshotPublisher } from "./snapshot-publisher.js";

/** Publication begins once the application stands, and ends before its connections do. */
export class PublicationLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly publisher: SnapshotPublisher,
    private readonly listener: ChangeListener,
  ) {}

  onApplicationBootstrap(): void {
    this.publisher.start();
    void this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
    await this.publisher.stop();
  }
}
