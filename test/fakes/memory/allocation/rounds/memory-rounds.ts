import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { RoundPool } from "../../../../../control-plane/src/allocation/domain/rounds/pool-slices.js";
import type { Round } from "../../../../../control-plane/src/allocation/domain/rounds/round.js";
import type { RoundJob } from "../../../../../control-plane/src/allocation/domain/rounds/round-job.js";
import type { RoundLine } from "../../../../../control-plane/src/allocation/domain/rounds/round-line.js";
import type { RoundOpinion } from "../../../../../control-plane/src/allocation/domain/rounds/round-opinion.js";
import type {
  CampaignNeed,
  CampaignNeeds,
} from "../../../../../control-plane/src/allocation/ports/campaign-needs.port.js";
import type { JobEnd, RoundJobStore } from "../../../../../control-plane/src/allocation/ports/round-job-store.port.js";
import type { RoundOpinionStore } from "../../../../../control-plane/src/allocation/ports/round-opinion-store.port.js";
import type { RoundPoolDirectory } from "../../../../../control-plane/src/allocation/ports/round-pool-directory.port.js";
import type {
  LineQuery,
  RoundQuery,
  RoundRepository,
} from "../../../../../control-plane/src/allocation/ports/round-repository.port.js";
import { by, pageOf } from "../../memory-list.js";
import { MemoryRecords, MemoryRows } from "../../memory-records.js";

/** @param pathOf ids from an organisation up to the root, for filters */
export class MemoryRoundRepository extends MemoryRecords<Round> implements RoundRepository {
  private readonly allLines = new MemoryRecords<RoundLine>();

  constructor(private readonly pathOf: (organisationId: string) => readonly string[] = (id) => [id]) {
    super();
  }

  insert(_ctx: Context, round: Round): Promise<void> {
    return this.put(round);
  }

  page(_ctx: Context, { tracks, states, first, after }: RoundQuery): Promise<readonly Round[]> {
    const rows = this.where(
      ({ track, state }) =>
        (tracks.length === 0 || tracks.includes(track)) && (states.length === 0 || states.includes(state)),
    );
    const page = { first, after: after === null ? null : [after.openedAt, after.id] };
    return Promise.resolve(pageOf(rows, ({ openedAt, id }) => [openedAt.toISOString(), id], page, "descending"));
  }

  insertLine(_ctx: Context, line: RoundLine): Promise<void> {
    return this.allLines.put(line);
  }

  findLine(ctx: Context, id: string): Promise<RoundLine | null> {
    return this.allLines.find(ctx, id);
  }

  lines(_ctx: Context, roundId: string): Promise<readonly RoundLine[]> {
    return Promise.resolve(this.allLines.where((line) => line.roundId === roundId).sort(by(lineKey)));
  }

  updateLine(ctx: Context, line: RoundLine): Promise<boolean> {
    return this.allLines.update(ctx, line);
  }

  async updateLines(_ctx: Context, lines: readonly RoundLine[]): Promise<boolean> {
    const areNext = lines.every((line) => this.allLines.isNext(line));
    if (areNext) await Promise.all(lines.map((line) => this.allLines.put(line)));
    return areNext;
  }

  linePage(_ctx: Context, query: LineQuery): Promise<readonly RoundLine[]> {
    const { roundId, organisationId, criticality, outcomes, first, after } = query;
    const rows = this.allLines
      .where((line) => line.roundId === roundId)
      .filter((line) => organisationId === null || this.pathOf(line.organisationId).includes(organisationId))
      .filter((line) => criticality === null || line.criticality === criticality)
      .filter(({ outcome }) => outcomes.length === 0 || (outcome !== null && outcomes.includes(outcome)));
    return Promise.resolve(pageOf(rows, lineKey, { first, after: after === null ? null : lineKey(after) }));
  }
}

const lineKey = ({ criticality, id }: { readonly criticality: number; readonly id: string }) => [criticality, id];

export class MemoryRoundOpinionStore implements RoundOpinionStore {
  private readonly opinions: RoundOpinion[] = [];

  add(_ctx: Context, opinion: RoundOpinion): Promise<void> {
    this.opinions.push(opinion);
    return Promise.resolve();
  }

  list(_ctx: Context, roundId: string): Promise<readonly RoundOpinion[]> {
    return Promise.resolve(this.opinions.filter((opinion) => opinion.roundId === roundId));
  }
}

export class MemoryRoundJobStore extends MemoryRows<RoundJob> implements RoundJobStore {
  insert(_ctx: Context, job: RoundJob): Promise<boolean> {
    const isSolving = ({ roundId, kind, state }: RoundJob): boolean =>
      roundId === job.roundId && kind === "solve" && state === "running";
    return this.putUnless((other) => job.kind === "solve" && isSolving(other), job);
  }

  list(_ctx: Context, roundId: string): Promise<readonly RoundJob[]> {
    const own = this.where((job) => job.roundId === roundId);
    return Promise.resolve(own.sort(by(({ createdAt, id }) => [createdAt.getTime(), id], "descending")));
  }

  advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    return this.change(id, { progress: Math.max(this.get(id)?.progress ?? 0, progress) });
  }

  finish(ctx: Context, id: string, end: JobEnd): Promise<boolean> {
    const done = end.state === "done" ? { progress: 1 } : {};
    return this.change(id, { ...end, ...done, finishedAt: ctx.clock.now() });
  }

  private async change(id: string, fields: Partial<RoundJob>): Promise<boolean> {
    const job = this.get(id);
    if (job?.state !== "running") return false;
    await this.put({ ...job, ...fields });
    return true;
  }
}

/** @param used GPU-seconds by node */
export class MemoryRoundPoolDirectory implements RoundPoolDirectory {
  constructor(
    private readonly pools: readonly RoundPool[],
    private readonly used: ReadonlyMap<string, number> = new Map(),
  ) {}

  describe(_ctx: Context, ids: readonly string[]): Promise<readonly RoundPool[]> {
    return Promise.resolve(this.pools.filter(({ id }) => ids.includes(id)));
  }

  usedGpuSeconds(_ctx: Context, nodeId: string): Promise<number> {
    return Promise.resolve(this.used.get(nodeId) ?? 0);
  }
}

/** @param needs by consolidation */
export class MemoryCampaignNeeds implements CampaignNeeds {
  constructor(private readonly needs: ReadonlyMap<string, readonly CampaignNeed[]> = new Map()) {}

  ofConsolidation(_ctx: Context, consolidationId: string): Promise<readonly CampaignNeed[] | null> {
    return Promise.resolve(this.needs.get(consolidationId) ?? null);
  }

  isAccepted(_ctx: Context, organisationId: string, needId: string): Promise<boolean> {
    const all = [...this.needs.values()].flat();
    return Promise.resolve(all.some((need) => need.needId === needId && need.organisationId === organisationId));
  }
}
