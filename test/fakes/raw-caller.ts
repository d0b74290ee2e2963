import { connect, type Socket } from "node:net";

/** A caller that sends bytes and hears bytes: what no client library would send. */
export class RawCaller {
  text = "";
  closed = false;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.on("data", (bytes) => (this.text += bytes.toString("latin1")));
    this.socket.on("close", () => (this.closed = true));
    this.socket.on("error", () => undefined);
  }

  say(text: string | Buffer): this {
    this.socket.write(text);
    return this;
  }

  get statuses(): string[] {
    return [...this.text.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map((match) => match[1] ?? "");
  }
}
