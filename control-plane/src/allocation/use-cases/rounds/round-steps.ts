import type { UseCase } from "../../../kernel/use-case.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { activateRound } from "./activate-round.use-case.js";
import { complementRound } from "./complement-round.use-case.js";
import { expediteRound, lookBackAtRound } from "./expedite-round.use-case.js";
import { moveRound } from "./move-round.use-case.js";
import { submitRound } from "./submit-round.use-case.js";
import type { OnRound } from "./round-input.js";
import { proposeRound } from "./vote-round.use-case.js";

/** Steps of a round's life that ask for nothing but a reason, over any ports. */
export const ROUND_STEPS = {
  submit: submitRound,
  review: (ports: RoundPorts) => moveRound(ports, "review"),
  arbitrate: (ports: RoundPorts) => moveRound(ports, "arbitrate"),
  propose: proposeRound,
  expedite: expediteRound,
  activate: activateRound,
  look_back: lookBackAtRound,
  complement: complementRound,
  close: (ports: RoundPorts) => moveRound(ports, "close"),
} satisfies Readonly<Record<string, (ports: RoundPorts) => UseCase<OnRound, Round, Round>>>;
