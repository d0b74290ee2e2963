import { createServer, type ServerOptions } from "node:http";
import { ExpressAdapter } from "@nestjs/platform-express";

/** What a caller may take: of a head in bytes and lines, and of time, in milliseconds. */
export type HttpLimits = Pick<
  ServerOptions,
  "headersTimeout" | "requestTimeout" | "keepAliveTimeout" | "connectionsCheckingInterval" | "maxHeaderSize"
> & { readonly maxConnections: number };

export const HTTP_LIMITS: HttpLimits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16 * 1024,
  maxConnections: 10_000,
};

/** Express on a server that ends what is too slow or too large, whatever it is sent. */
export class BoundedExpressAdapter extends ExpressAdapter {
  constructor(private readonly limits: HttpLimits) {
    super();
  }

  override initHttpServer(): void {
    const { maxConnections, ...options } = this.limits;
    const handler = this.getInstance<Parameters<typeof createServer>[1]>();
    const server = createServer({ ...options, requireHostHeader: true, insecureHTTPParser: false }, handler);
    server.maxConnections = maxConnections;
    server.maxHeadersCount = 100;
    this.setHttpServer(server);
  }
}
