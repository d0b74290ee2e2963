import { connect, type Socket } from "node:net";

const CHUNKED_END = Buffer.from("\r\n0\r\n\r\n");
const DONE = "data: [DONE]";
const FIRST_EVENT = Buffer.from("data: ");

export interface Outcome {
  readonly failure: string | null;
  readonly firstTokenAt: number;
}

/**
 * One keep-alive connection that carries one streamed request at a time. Reads only what the measurement needs: status,
 * first event, `[DONE]`, end of the chunked body.
 */
export class SseConnection {
  private readonly host: string;
  private readonly port: number;
  private readonly endMark: Buffer;
  private socket: Socket | null = null;
  private settle: ((outcome: Outcome) => void) | null = null;
  private firstTokenAt = NaN;
  private status = 0;
  private tail: Buffer = Buffer.alloc(0);

  constructor(host: string, port: number, endMark: string = DONE) {
    this.endMark = Buffer.from(endMark);
    this.host = host;
    this.port = port;
  }

  send(bytes: Buffer): Promise<Outcome> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.firstTokenAt = NaN;
      this.status = 0;
      this.tail = Buffer.alloc(0);
      this.socket ??= this.open();
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.on("data", (data) => this.read(data));
    socket.on("error", () => this.lost(socket));
    socket.on("close", () => this.lost(socket));
    return socket;
  }

  private lost(socket: Socket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.end("connection lost");
  }

  private read(data: Buffer): void {
    if (this.status === 0) this.status = Number(data.subarray(9, 12).toString("latin1"));
    if (this.status !== 200) return this.fail(`status ${this.status}`);
    if (Number.isNaN(this.firstTokenAt) && data.includes(FIRST_EVENT)) this.firstTokenAt = performance.now();
    this.tail = data.length >= 64 ? data.subarray(-64) : Buffer.concat([this.tail, data]).subarray(-64);
    if (!this.tail.subarray(-CHUNKED_END.length).equals(CHUNKED_END)) return;
    this.end(this.tail.includes(this.endMark) ? null : "no end mark");
  }

  private fail(reason: string): void {
    this.close();
    this.end(reason);
  }

  private end(failure: string | null): void {
    const settle = this.settle;
    this.settle = null;
    settle?.({ failure, firstTokenAt: this.firstTokenAt });
  }
}
