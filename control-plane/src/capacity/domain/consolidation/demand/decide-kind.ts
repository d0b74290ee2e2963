import type { Quarter } from "../../campaign/quarter.js";
import type { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import type { Misfitting } from "../../sizing/exact-search.js";
import { needSizer, type SizedNeed } from "../../sizing/size-need.js";
import type { NeedInput } from "../consolidation-input.js";
import { REACHES, type GpuChoice, type Reach, type ReachedKind } from "./gpu-choice.js";

export type SizedQuarter = Exclude<SizedNeed, { kind: "unsized" }>;

/** On which kind of GPU a need is counted, why, and what each of its quarters takes there. */
export interface DecidedKind {
  readonly kind: "decided";
  readonly gpuType: string;
  /** Where that kind is found; `catalogue` when no kind in reach serves the need. */
  readonly reach: Reach | "catalogue";
  /** True when what is there is enough for the fullest quarter. */
  readonly enough: boolean;
  /** GPUs of the fullest quarter, likely reading. */
  readonly fullest: number;
  readonly quarters: ReadonlyMap<Quarter, SizedQuarter>;
}

export interface UndecidedKind {
  readonly kind: "undecided";
  readonly why: Extract<SizedNeed, { kind: "unsized" }>["why"] | "no_gpu_kind";
  readonly misfits: readonly Misfitting[];
}

export type KindDecision = DecidedKind | UndecidedKind;

type NeedFacts = Pick<NeedInput, "content" | "model" | "ministryId">;

/**
 * The one place where a need meets a kind of GPU: in the nearest reach (held, own, the State's) that has enough of some
 * kind for the need's fullest quarter, the kind that takes the fewest GPUs over all quarters. Where nothing is enough, the
 * fewest of all in reach; where nothing in reach serves the need, the fewest of the catalogue. Ties: nearest, then most
 * numerous, then by name. One kind for all quarters.
 * @param quarters of the campaign; others that the need tells are left out
 */
export function decideKind(
  need: NeedFacts,
  choice: GpuChoice,
  catalogue: ProfileCatalogue,
  quarters: ReadonlySet<Quarter>,
): KindDecision {
  const { content, model, ministryId } = need;
  const isTraining = content.profile === "training";
  if (!isTraining && !catalogue.knows(model)) return undecided("model_unknown");
  const sizes = new KindSizes(need, catalogue, quarters);
  const kinds = choice.kindsFor(ministryId, content.labels);
  const inReach: Option[] = [];
  for (const reach of REACHES) {
    const options = kinds[reach].flatMap((there) => sizes.on(there, reach));
    const best = fewest(options.filter(({ enough }) => enough));
    if (best !== null) return best;
    inReach.push(...options);
  }
  const nearest = fewest(inReach);
  if (nearest !== null) return nearest;
  if (isTraining) return undecided("no_gpu_kind");
  const anywhere = catalogue.kindsFor(model).flatMap((gpuType) => sizes.on({ gpuType, gpus: 0 }, "catalogue"));
  return fewest(anywhere) ?? undecided("no_configuration", sizes.misfits);
}

const undecided = (why: UndecidedKind["why"], misfits: readonly Misfitting[] = []): UndecidedKind => ({
  kind: "undecided",
  why,
  misfits,
});

interface Option extends Omit<DecidedKind, "kind" | "quarters"> {
  /** GPUs of all quarters together, likely reading. */
  readonly total: number;
  /** Every reading of every quarter, worked out for the kind that is chosen. */
  readonly quarters: () => ReadonlyMap<Quarter, SizedQuarter>;
}

function fewest(options: readonly Option[]): DecidedKind | null {
  const [first, ...others] = options;
  if (first === undefined) return null;
  const {
    total: _,
    quarters,
    ...best
  } = others.reduce((least, each) => (each.total < least.total ? each : least), first);
  return { ...best, kind: "decided", quarters: quarters() };
}

/** What a need takes on a kind; null when the kind does not serve every quarter. */
type KindSize = Pick<Option, "gpuType" | "fullest" | "total" | "quarters"> | null;

/** What a need takes on each kind, worked out once a kind. */
class KindSizes {
  readonly misfits: Misfitting[] = [];
  private readonly known = new Map<string, KindSize>();

  constructor(
    private readonly need: NeedFacts,
    private readonly catalogue: ProfileCatalogue,
    private readonly quarters: ReadonlySet<Quarter>,
  ) {}

  on({ gpuType, gpus }: ReachedKind, reach: DecidedKind["reach"]): readonly Option[] {
    const known = this.known.get(gpuType);
    const size = known === undefined ? this.size(gpuType) : known;
    this.known.set(gpuType, size);
    return size === null ? [] : [{ ...size, reach, enough: size.fullest <= gpus }];
  }

  private size(gpuType: string): KindSize {
    const { content, model } = this.need;
    const sizer = needSizer(content, { model, precision: "bf16", gpus: [gpuType] }, this.catalogue);
    const asked = content.quantities.filter(({ quarter }) => this.quarters.has(quarter));
    const counts: number[] = [];
    for (const quantity of asked) {
      const count = sizer.likely(quantity);
      if (typeof count !== "number") {
        this.misfits.push(...count.misfits);
        return null;
      }
      counts.push(count);
    }
    const quarters = () => new Map(asked.map((quantity) => [quantity.quarter, sized(sizer.size(quantity))]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { gpuType, fullest: Math.max(0, ...counts), total, quarters };
  }
}

function sized(size: SizedNeed): SizedQuarter {
  if (size.kind === "unsized") throw new Error("a quarter that had a likely size");
  return size;
}
