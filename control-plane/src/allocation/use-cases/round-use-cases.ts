import type { RoundPorts } from "../ports/round-ports.js";
import { cancelRoundJob } from "./round-jobs/cancel-round-job.use-case.js";
import { activateRound } from "./rounds/activate-round.use-case.js";
import { amendGrant } from "./rounds/amend-grant.use-case.js";
import { bringNeeds } from "./rounds/bring-needs.use-case.js";
import { clawBack } from "./rounds/claw-back.use-case.js";
import { complementRound } from "./rounds/complement-round.use-case.js";
import { expediteRound, lookBackAtRound } from "./rounds/expedite-round.use-case.js";
import { giveOpinion } from "./rounds/give-opinion.use-case.js";
import { grantByRule } from "./rounds/grant-by-rule.use-case.js";
import { moveRound } from "./rounds/move-round.use-case.js";
import { openRound } from "./rounds/open-round.use-case.js";
import { requestGpus } from "./rounds/request-gpus.use-case.js";
import { submitRound } from "./rounds/submit-round.use-case.js";
import { decideRound, proposeRound } from "./rounds/vote-round.use-case.js";

/** What can be done to rounds, over any ports; computations are begun by `startRoundJob`, which needs a queue too. */
export const roundUseCasesOn = (ports: RoundPorts) => ({
  open: openRound(ports),
  request: requestGpus(ports),
  bring: bringNeeds(ports),
  opine: giveOpinion(ports),
  amend: amendGrant(ports),
  decide: decideRound(ports),
  clawBack: clawBack(ports),
  grantByRule: grantByRule(ports),
  cancelJob: cancelRoundJob(ports),
  /** Steps that ask for nothing but a reason. */
  steps: {
    submit: submitRound(ports),
    review: moveRound(ports, "review"),
    arbitrate: moveRound(ports, "arbitrate"),
    propose: proposeRound(ports),
    expedite: expediteRound(ports),
    activate: activateRound(ports),
    look_back: lookBackAtRound(ports),
    complement: complementRound(ports),
    close: moveRound(ports, "close"),
  },
});
export type RoundUseCases = ReturnType<typeof roundUseCasesOn>;
