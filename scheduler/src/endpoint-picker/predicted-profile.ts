import { healthyFilter } from "./filter-healthy/healthy.filter.js";
import { holdFilter } from "./filter-hold/hold.filter.js";
import { roomFilter } from "./filter-room/room.filter.js";
import { shortestPicker } from "./picker-shortest/shortest.picker.js";
import type { PickProfile } from "./picker.port.js";
import { adapterScorer } from "./scorer-adapter/adapter.scorer.js";
import { burdenScorer } from "./scorer-burden/burden.scorer.js";
import { memoryWaitScorer } from "./scorer-memory-wait/memory-wait.scorer.js";
import { predictedFirstTokenScorer } from "./scorer-predicted-first-token/predicted-first-token.scorer.js";

/** The profile that ships. All scores are minus predicted seconds; requests are held until an endpoint has room. */
export const predictedProfile: PickProfile = {
  name: "predicted-first-token",
  filters: [healthyFilter],
  holds: [roomFilter, holdFilter],
  scorers: [predictedFirstTokenScorer, memoryWaitScorer, burdenScorer, adapterScorer],
  picker: shortestPicker,
};
