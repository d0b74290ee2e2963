import { pino, type Logger } from "pino";

/** One JSON object a line on stdout, each with `event`. Whatever could hold a secret is cut before it is written. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: { service: "control-plane" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ["*.authorization", "*.cookie", "*.secret", "*.parameters", "err.parameters", "err.cause.parameters"],
      remove: true,
    },
  });
