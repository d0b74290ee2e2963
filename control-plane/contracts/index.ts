export * from "./ids.js";
export * from "./labels.js";
export * from "./errors.js";
export * from "./snapshot/snapshot-v1.js";
export * from "./lease/lease-v1.js";
export * from "./usage/usage-v1.js";
export * from "./usage/request-record-v1.js";
export * from "./decision/decision-v1.js";
