import { createServer, type Socket } from "node:net";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Headers and text as they were sent. */
  readonly data: string;
}

export interface TestMailServer {
  readonly url: URL;
  readonly mails: readonly ReceivedMail[];
  stop(): Promise<void>;
}

/** A mail server on loopback that takes every mail and keeps it. @param port the one to listen on; any by default */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    converse(socket, mails);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a mail server listens on a port");
  return {
    url: new URL(`smtp://127.0.0.1:${String(address.port)}`),
    mails,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** As much of RFC 5321 as a client needs to hand over a mail. */
function converse(socket: Socket, mails: ReceivedMail[]): void {
  let [pending, data, reading] = ["", "", false];
  let to: string[] = [];
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const take = (line: string): void => {
    if (reading) {
      if (line !== ".") data += `${line}\n`;
      else {
        mails.push({ to, data });
        [data, reading, to] = ["", false, []];
        say("250 taken");
      }
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") to.push(/<([^>]*)>/u.exec(line)?.[1] ?? "");
    if (verb === "DATA") reading = true;
    if (verb === "QUIT") return void socket.end("221 bye\r\n");
    say(verb === "DATA" ? "354 go on" : "250 ok");
  };
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    pending += chunk.toString();
    for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
      take(pending.slice(0, end));
      pending = pending.slice(end + 2);
    }
  });
  say("220 test");
}
