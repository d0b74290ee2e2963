import { Module } from "@nestjs/common";
import { BundlesModule } from "./bundles.module.js";

/** May they? Rules, what they would change, and what is asked and granted around them. */
@Module({ imports: [BundlesModule] })
export class ComplianceModule {}
