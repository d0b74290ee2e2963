import { logStorageBehaves } from "../../ports/log-storage.behaviour.js";
import { MemoryLogStorage } from "./memory-log-storage.js";

logStorageBehaves("in memory", () => new MemoryLogStorage());
