/** The two transparency logs: what requests did, and what people decided. */
export const LOGS = ["inference", "governance"] as const;
export type LogName = (typeof LOGS)[number];

/** A log's name in its checkpoints, as `socle.example/inference`. */
export const originOf = (prefix: string, log: LogName): string => `${prefix}/${log}`;
