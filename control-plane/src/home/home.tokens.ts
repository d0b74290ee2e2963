export const WAITING_WORK = Symbol("WaitingWork");
