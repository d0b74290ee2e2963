import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { inputType } from "../../../platform/graphql/input-type.js";
import { PLAN_PORTS } from "../../plan.tokens.js";
import type { PlanPorts } from "../../ports/plan-ports.js";
import { correctPlanRecord, correctPlanRecordInput } from "../../use-cases/correct-plan-record.use-case.js";
import { declarePlanRecord, declarePlanRecordInput } from "../../use-cases/declare-plan-record.use-case.js";
import { movePlanRecord, movePlanRecordInput } from "../../use-cases/move-plan-record.use-case.js";
import { planValue } from "../../use-cases/plan-record.input.js";
import { planRecordView } from "./plan-record.view.js";
import { PlanRecordResult } from "./plan-record.types.js";

const asRecord = answering(PlanRecordResult, planRecordView);
inputType("PlanRecordValueInput", planValue);
const Move = inputType("MovePlanRecordInput", movePlanRecordInput);

/** Verbs on what the plan names; a step that somebody else decides on is a verb of its own. */
export const PlanMutations = mutations<PlanPorts>(PLAN_PORTS, {
  declarePlanRecord: asRecord(declarePlanRecord, declarePlanRecordInput),
  correctPlanRecord: asRecord(correctPlanRecord, correctPlanRecordInput, "Until it has ended."),
  movePlanRecord: asRecord((ports) => movePlanRecord(ports, "update"), Move),
  decidePlanRecord: asRecord(
    (ports) => movePlanRecord(ports, "validate"),
    Move,
    "A step that somebody else than the record's author takes.",
  ),
});
