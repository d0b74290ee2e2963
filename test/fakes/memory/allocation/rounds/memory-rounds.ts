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

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** @param pathOf ids from an organisation up to the root, for filters */
export class MemoryRoundRepository implements RoundRepository {
  private readonly rounds = new Map<string, Round>();
  private readonly allLines = new Map<string, RoundLine>();

  constructor(private readonly pathOf: (organisationId: string) => readonly string[] = (id) => [id]) {}

  insert(_ctx: Context, round: Round): Promise<void> {
    this.rounds.set(round.id, round);
    return Promise.resolve();
  }

  find(_ctx: Context, id: string): Promise<Round | null> {
    return Promise.resolve(this.rounds.get(id) ?? null);
  }

  update(_ctx: Context, round: Round): Promise<boolean> {
    const isNext = this.rounds.get(round.id)?.version === round.version - 1;
    if (isNext) this.rounds.set(round.id, round);
    return Promise.resolve(isNext);
  }

  page(_ctx: Context, { tracks, states, first, after }: RoundQuery): Promise<readonly Round[]> {
    const key = (round: Round): string => `${round.openedAt.toISOString()} ${round.id}`;
    const matching = [...this.rounds.values()]
      .filter(({ track }) => tracks.length === 0 || tracks.includes(track))
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .filter((round) => after === null || key(round) < `${after.openedAt} ${after.id}`)
      .sort((left, right) => compare(key(right), key(left)));
    return Promise.resolve(matching.slice(0, first + 1));
  }

  insertLine(_ctx: Context, line: RoundLine): Promise<void> {
    this.allLines.set(line.id, line);
    return Promise.resolve();
  }

  findLine(_ctx: Context, id: string): Promise<RoundLine | null> {
    return Promise.resolve(this.allLines.get(id) ?? null);
  }

  lines(_ctx: Context, roundId: string): Promise<readonly RoundLine[]> {
    const own = [...this.allLines.values()].filter((line) => line.roundId === roundId);
    return Promise.resolve(
      own.sort((left, right) => left.criticality - right.criticality || compare(left.id, right.id)),
    );
  }

  updateLine(ctx: Context, line: RoundLine): Promise<boolean> {
    return this.updateLines(ctx, [line]);
  }

  updateLines(_ctx: Context, lines: readonly RoundLine[]): Promise<boolean> {
    const areNext = lines.every((line) => this.allLines.get(line.id)?.version === line.version - 1);
    if (areNext) for (const line of lines) this.allLines.set(line.id, line);
    return Promise.resolve(areNext);
  }

  async linePage(ctx: Context, query: LineQuery): Promise<readonly RoundLine[]> {
    const { roundId, organisationId, criticality, outcomes, first, after } = query;
    const matching = (await this.lines(ctx, roundId))
      .filter((line) => organisationId === null || this.pathOf(line.organisationId).includes(organisationId))
      .filter((line) => criticality === null || line.criticality === criticality)
      .filter(({ outcome }) => outcomes.length === 0 || (outcome !== null && outcomes.includes(outcome)))
      .filter(
        (line) =>
          after === null ||
          line.criticality > after.criticality ||
          (line.criticality === after.criticality && line.id > after.id),
      );
    return matching.slice(0, first + 1);
  }
}

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

export class MemoryRoundJobStore implements RoundJobStore {
  private readonly jobs = new Map<string, RoundJob>();

  insert(_ctx: Context, job: RoundJob): Promise<boolean> {
    const isSolving = [...this.jobs.values()].some(
      ({ roundId, kind, state }) => roundId === job.roundId && kind === "solve" && state === "running",
    );
    if (isSolving && job.kind === "solve") return Promise.resolve(false);
    this.jobs.set(job.id, job);
    return Promise.resolve(true);
  }

  find(_ctx: Context, id: string): Promise<RoundJob | null> {
    return Promise.resolve(this.jobs.get(id) ?? null);
  }

  list(_ctx: Context, roundId: string): Promise<readonly RoundJob[]> {
    const own = [...this.jobs.values()].filter((job) => job.roundId === roundId);
    return Promise.resolve(
      own.sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime() || compare(right.id, left.id)),
    );
  }

  advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    return this.change(id, { progress: Math.max(this.jobs.get(id)?.progress ?? 0, progress) });
  }

  finish(ctx: Context, id: string, end: JobEnd): Promise<boolean> {
    const done = end.state === "done" ? { progress: 1 } : {};
    return this.change(id, { ...end, ...done, finishedAt: ctx.clock.now() });
  }

  private change(id: string, fields: Partial<RoundJob>): Promise<boolean> {
    const job = this.jobs.get(id);
    if (job?.state !== "running") return Promise.resolve(false);
    this.jobs.set(id, { ...job, ...fields });
    return Promise.resolve(true);
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
