export const PLAN_PORTS = Symbol("PlanPorts");
