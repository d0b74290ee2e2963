export const ROADMAPS_PORTS = Symbol("RoadmapsPorts");
