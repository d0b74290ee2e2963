import { Module } from "@nestjs/common";
import { BundlesModule } from "./bundles.module.js";
import { DerogationsModule } from "./derogations.module.js";
import { DeskModule } from "./desk.module.js";
import { SimulationModule } from "./simulation.module.js";

/** May they? Rules, what they would change, and what is asked and granted around them. */
@Module({ imports: [BundlesModule, DerogationsModule, DeskModule, SimulationModule] })
export class ComplianceModule {}
