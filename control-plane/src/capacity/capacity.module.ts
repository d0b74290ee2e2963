import { Module } from "@nestjs/common";
import { TenancyModule } from "../tenancy/index.js";

/** How much exists, how much is needed: campaigns, declarations, needs. */
@Module({ imports: [TenancyModule] })
export class CapacityModule {}
