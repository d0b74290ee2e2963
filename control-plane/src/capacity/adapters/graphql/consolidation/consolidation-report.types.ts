import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { GpuRangeType } from "../sizing/sizing.types.js";

@ObjectType("ConsolidationMinistry")
class MinistryType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
}

@ObjectType("FigureNote", { description: "What a column's figures rest on." })
class FigureNoteType {
  @Field(() => String) figure!: string;
  @Field(() => String) basis!: string;
  @Field(() => String) method!: string;
}

@ObjectType("ConsolidationCell", { description: "GPUs of one kind and protection, of one ministry in one quarter." })
export class ConsolidationCellType {
  @Field(() => String) quarter!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
  @Field(() => GpuRangeType) demand!: GpuRangeType;
  @Field(() => Int) declared!: number;
  @Field(() => Int) verified!: number;
  @Field(() => Int) offered!: number;
  @Field(() => Float) allocated!: number;
  @Field(() => Float, { nullable: true, description: "null when nothing was measured." }) usedP95!: number | null;
  @Field(() => Int) idleLendable!: number;
  @Field(() => Float) granted!: number;
  @Field(() => Float) unmet!: number;
}

@ObjectType("HostingSupply", { description: "GPUs by who runs the machines." })
class HostingSupplyType {
  @Field(() => String) quarter!: string;
  @Field(() => String) hosting!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => Int) declared!: number;
  @Field(() => Int) verified!: number;
  @Field(() => Int) offered!: number;
}

@ObjectType("LabelDemand", { description: "Likely GPUs by data label; a need counts under each of its labels." })
class LabelDemandType {
  @Field(() => String) quarter!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) needs!: number;
  @Field(() => Int) likely!: number;
}

@ObjectType("DemandConfidence", { description: "GPU-quarters of a ministry's needs by where their figures come from." })
class DemandConfidenceType {
  @Field(() => ID) ministryId!: string;
  @Field(() => String) figures!: string;
  @Field(() => Int) needs!: number;
  @Field(() => Int) likely!: number;
}

@ObjectType("UnsizedNeed")
class UnsizedNeedType {
  @Field(() => ID) needId!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => String) reference!: string;
  @Field(() => String) why!: string;
}

@ObjectType("Pooling", { description: "One model asked for several times: GPUs alone, and on one set of replicas." })
class PoolingType {
  @Field(() => String) quarter!: string;
  @Field(() => String) model!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
  @Field(() => Int) needs!: number;
  @Field(() => [ID]) ministryIds!: readonly string[];
  @Field(() => Int) alone!: number;
  @Field(() => Int) pooled!: number;
  @Field(() => Int) saved!: number;
  @Field(() => String) method!: string;
}

@ObjectType("PoolingSavings", { description: "The likely demand of the whole campaign, alone and pooled." })
class PoolingSavingsType {
  @Field(() => Int, { description: "Of the busiest quarter." }) aloneGpus!: number;
  @Field(() => Int) pooledGpus!: number;
  @Field(() => Float) aloneGpuHours!: number;
  @Field(() => Float) pooledGpuHours!: number;
  @Field(() => Float, { nullable: true, description: "null when no line tells a cost." }) aloneEuros!: number | null;
  @Field(() => Float, { nullable: true }) pooledEuros!: number | null;
  @Field(() => Float) aloneKgCo2e!: number;
  @Field(() => Float) pooledKgCo2e!: number;
  @Field(() => String) basis!: string;
  @Field(() => String) method!: string;
}

@ObjectType("LendingProposal")
class LendingProposalType {
  @Field(() => String) quarter!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
  @Field(() => ID) fromMinistryId!: string;
  @Field(() => ID) toMinistryId!: string;
  @Field(() => ID) needId!: string;
  @Field(() => String, { description: "Reference of the line that would lend." }) line!: string;
  @Field(() => Int) gpus!: number;
}

@ObjectType("PurchaseSignal", { description: "GPUs that nobody has, in two consecutive quarters or more." })
class PurchaseSignalType {
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
  @Field(() => String) from!: string;
  @Field(() => Int) quarters!: number;
  @Field(() => Int) gpus!: number;
  @Field(() => String) neededBy!: string;
}

@ObjectType("Redundancy", { description: "The same kind of GPU got by several ministries in one region and year." })
class RedundancyType {
  @Field(() => String) gpuType!: string;
  @Field(() => String) region!: string;
  @Field(() => Int) year!: number;
  @Field(() => [ID]) ministryIds!: readonly string[];
  @Field(() => Int) gpus!: number;
  @Field(() => Int) lines!: number;
}

@ObjectType("CapacityExpiry", { description: "What ends for a line within the campaign's quarters." })
class CapacityExpiryType {
  @Field(() => String) kind!: string;
  @Field(() => String) date!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => String) line!: string;
  @Field(() => String, { nullable: true }) subject!: string | null;
  @Field(() => String) gpuType!: string;
  @Field(() => Int) gpus!: number;
}

@ObjectType("UnderUsedRight")
class UnderUsedRightType {
  @Field(() => ID) allocationId!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => String) pool!: string;
  @Field(() => Float) nominal!: number;
  @Field(() => Float) usedP95!: number;
  @Field(() => Int) takenBack!: number;
  @Field(() => String) rule!: string;
}

@ObjectType("GpuUnitCost")
class GpuUnitCostType {
  @Field(() => String) gpuType!: string;
  @Field(() => Float, { nullable: true }) eurosPerGpuHour!: number | null;
  @Field(() => Float, { nullable: true }) cheapest!: number | null;
  @Field(() => Float, { nullable: true }) dearest!: number | null;
  @Field(() => Float) kgCo2ePerGpuHour!: number;
  @Field(() => String) costBasis!: string;
  @Field(() => String) carbonBasis!: string;
  @Field(() => String) method!: string;
}

@ObjectType("ReconciliationLine", { description: "Two sums taken on different ways; GPU-quarters, pools in GPUs." })
class ReconciliationLineType {
  @Field(() => String) code!: string;
  @Field(() => Float) left!: number;
  @Field(() => Float) right!: number;
  @Field(() => Float) difference!: number;
  @Field(() => Boolean, { description: "A difference is an error of the consolidation, not a fact about the State." })
  mustBeZero!: boolean;
}

@ObjectType("ConsolidationReport")
export class ConsolidationReportType {
  @Field(() => String) method!: string;
  @Field(() => [MinistryType]) ministries!: readonly MinistryType[];
  @Field(() => [FigureNoteType]) notes!: readonly FigureNoteType[];
  @Field(() => [HostingSupplyType]) hostings!: readonly HostingSupplyType[];
  @Field(() => [LabelDemandType]) labels!: readonly LabelDemandType[];
  @Field(() => [DemandConfidenceType]) confidence!: readonly DemandConfidenceType[];
  @Field(() => [UnsizedNeedType]) unsized!: readonly UnsizedNeedType[];
  @Field(() => [PoolingType]) poolings!: readonly PoolingType[];
  @Field(() => PoolingSavingsType) savings!: PoolingSavingsType;
  @Field(() => [LendingProposalType]) lending!: readonly LendingProposalType[];
  @Field(() => [PurchaseSignalType]) purchases!: readonly PurchaseSignalType[];
  @Field(() => [RedundancyType]) redundancies!: readonly RedundancyType[];
  @Field(() => [CapacityExpiryType]) expiries!: readonly CapacityExpiryType[];
  @Field(() => [UnderUsedRightType]) underUsed!: readonly UnderUsedRightType[];
  @Field(() => [GpuUnitCostType]) unitCosts!: readonly GpuUnitCostType[];
  @Field(() => [ReconciliationLineType]) reconciliation!: readonly ReconciliationLineType[];
}
