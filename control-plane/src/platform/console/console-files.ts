import { join } from "node:path";
import express, { type Express, type NextFunction, type Request, type Response } from "express";

/** Where services answer: what is below is never a page, not even when a browser goes there to save a file. */
const SERVICES = [
  ...["graphql", "auth", "internal", "healthz", "readyz", "metrics"],
  ...["algorithmes", "audit-report", "capacity", "compliance/decision-tables", "decision-traces", "log"],
  "simulation-exports",
] as const;
const NOT_CONSOLE = new RegExp(`^/(${SERVICES.join("|")})(/|$)`);
const YEAR_SECONDS = 31_536_000;

/** Serves the built console; every path that is no file and no service is one of its pages. */
export function serveConsole(app: Express, folder: string): void {
  const assets = { immutable: true, maxAge: YEAR_SECONDS * 1000, fallthrough: false };
  app.use("/assets", express.static(join(folder, "assets"), assets));
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== "GET" || NOT_CONSOLE.test(request.path)) return next();
    response.setHeader("cache-control", "no-cache");
    response.sendFile(join(folder, "index.html"), (error) => {
      if (error !== undefined && error !== null) next(error);
    });
  });
}
