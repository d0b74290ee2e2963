import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A network link to a server on this machine: what is sent over it arrives late when told so, or not at all. */
export class SlowLink {
  /** Milliseconds by which whatever the client sends arrives later. */
  delayMs = 0;
  port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private isCut = false;

  constructor(serverPort: number) {
    this.server = createServer((client) => {
      if (this.isCut) return void client.destroy();
      const server = connect(serverPort, "127.0.0.1");
      this.join(client, server);
      server.on("data", (bytes) => client.write(bytes));
      let before = Promise.resolve();
      client.on("data", (bytes) => {
        const due = performance.now() + this.delayMs;
        before = before.then(async () => {
          await sleep(Math.max(0, due - performance.now()));
          server.write(bytes);
        });
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Ends every connection and takes no new one. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  /** One end lives as long as the other. */
  private join(client: Socket, server: Socket): void {
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.setNoDelay(true).on("error", () => undefined);
      one.on("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
