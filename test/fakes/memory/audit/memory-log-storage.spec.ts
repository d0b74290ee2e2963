import { logStorageBehaves } from "../../../../control-plane/src/audit/ports/log-storage.behaviour.js";
import { MemoryLogStorage } from "./memory-log-storage.js";

logStorageBehaves("in memory", () => new MemoryLogStorage());
