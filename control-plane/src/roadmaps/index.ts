export { RoadmapsModule } from "./roadmaps.module.js";
