import type { NextFunction, Request, Response } from "express";
import { Histogram, type Registry } from "prom-client";

const ROUTES = ["/graphql", "/auth/", "/internal/", "/healthz", "/readyz", "/metrics"] as const;

/** The few kinds of request there are: a path of its own for each would have no bound. */
const routeOf = (path: string): string => ROUTES.find((route) => path.startsWith(route)) ?? "console";

/** Duration of each request by kind and status class. */
export function httpMetrics(metrics: Registry): (request: Request, response: Response, next: NextFunction) => void {
  const seconds = new Histogram({
    name: "socle_http_request_seconds",
    help: "Duration of HTTP requests, long polls included",
    labelNames: ["route", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers: [metrics],
  });
  return (request, response, next) => {
    const stop = seconds.startTimer({ route: routeOf(request.path), method: knownMethod(request.method) });
    response.once("close", () => stop({ status: `${Math.floor(response.statusCode / 100)}xx` }));
    next();
  };
}

const knownMethod = (method: string): string => (method === "GET" || method === "POST" ? method : "other");
