import type { NextFunction, Request, Response } from "express";

/** The console is one application from this origin: nothing is loaded from, framed by or sent to anywhere else. */
const CONSOLE_CSP = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders =
  (overTls: boolean) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    response.setHeader("content-security-policy", CONSOLE_CSP);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "same-origin");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-resource-policy", "same-origin");
    response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
    if (overTls) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
    next();
  };
