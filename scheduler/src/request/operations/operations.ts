import { chat } from "./chat.js";
import type { Operation } from "./operation.js";

/** Everything that callers may ask of models. */
export const OPERATIONS: readonly Operation[] = [chat];
