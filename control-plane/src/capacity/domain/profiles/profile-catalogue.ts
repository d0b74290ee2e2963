import type { Basis } from "./source.js";
import { GPU_KINDS } from "./gpu-kind.js";
import { MEASURED_CONTEXT, MEASURED_PROFILES } from "./measured-profiles.js";
import { modelShapeOf, type Precision } from "./model-shape.js";
import { rooflineProfile } from "./roofline.js";
import { configurationKey, type ThroughputProfile } from "./throughput-profile.js";

/** GPUs that one replica may be spread over. */
const REPLICA_SIZES = [1, 2, 4, 8] as const;
const RANK: Readonly<Record<Basis, number>> = { measured: 0, published: 1, declared: 2, estimated: 3 };

/** The best known profile of each configuration: measured before published before computed, then the newest version. */
export class ProfileCatalogue {
  private readonly known: ReadonlyMap<string, ThroughputProfile>;
  /** Those of operators alone. */
  private readonly registered: ReadonlyMap<string, ThroughputProfile>;

  /** @param registered profiles that operators put on record */
  constructor(registered: readonly ThroughputProfile[] = []) {
    this.known = bestOf([...MEASURED_PROFILES, ...registered]);
    this.registered = bestOf(registered);
  }

  /**
   * One profile for each kind of GPU and replica size that the model fits; computed where nothing is known for such contexts.
   * @param contextTokens mean tokens in memory of a running sequence
   * @param only kinds that are looked at; null for all that are known
   */
  candidates(
    model: string,
    precision: Precision,
    contextTokens: number,
    only: readonly string[] | null,
  ): readonly ThroughputProfile[] {
    // Curves that Socle comes with were measured with short prompts, and tell nothing of long ones.
    const known = contextTokens > MEASURED_CONTEXT ? this.registered : this.known;
    return (only ?? this.kindsFor(model)).flatMap((gpu) =>
      REPLICA_SIZES.flatMap((gpusPerReplica) => {
        const configuration = { model, precision, gpu, gpusPerReplica };
        const profile = known.get(configurationKey(configuration)) ?? rooflineProfile(configuration, contextTokens);
        return profile === null ? [] : [profile];
      }),
    );
  }

  /** Kinds of GPU that are looked at for a model: those that everybody knows, and those of registered profiles. */
  kindsFor(model: string): readonly string[] {
    const registered = this.all().filter((profile) => profile.model === model);
    return [...new Set([...GPU_KINDS.map(({ code }) => code), ...registered.map(({ gpu }) => gpu)])];
  }

  /** True when the model can be sized at all. */
  knows(model: string): boolean {
    return modelShapeOf(model) !== null || [...this.known.values()].some((profile) => profile.model === model);
  }

  /** Every profile that is not computed, best of each configuration. */
  all(): readonly ThroughputProfile[] {
    return [...this.known.values()];
  }
}

function bestOf(profiles: readonly ThroughputProfile[]): ReadonlyMap<string, ThroughputProfile> {
  const best = new Map<string, ThroughputProfile>();
  for (const profile of profiles) {
    const other = best.get(profile.key);
    if (other === undefined || isBetter(profile, other)) best.set(profile.key, profile);
  }
  return best;
}

const isBetter = (one: ThroughputProfile, other: ThroughputProfile): boolean =>
  RANK[one.source.basis] === RANK[other.source.basis]
    ? one.version > other.version
    : RANK[one.source.basis] < RANK[other.source.basis];
