/**
 * Answers that an average reaches back over. Long enough that the last answers before a silence, which are the long ones
 * because they end last, do not stand for all.
 */
const REMEMBERED_ANSWERS = 200;
/** Answers of its own that weigh as much as what is known of all applications. */
const OWN_ANSWERS = 10;
const MOST_REMEMBERED = 10_000;

/** Lengths ÷ the average expected, by √2 from a quarter on; what is longer than the last counts there. */
const FIRST_EDGE = 0.25;
const EDGES = 14;
const MOST_COUNTED = 1_000;

const bucketOf = (ratio: number): number =>
  ratio < FIRST_EDGE ? 0 : Math.min(EDGES, 1 + Math.floor(2 * Math.log2(ratio / FIRST_EDGE)));

/** How lengths lie around their average: the mean of those that are longer than a given one. Constant memory. */
class LengthShape {
  private readonly counts = new Float64Array(EDGES + 1);
  private readonly sums = new Float64Array(EDGES + 1);
  private total = 0;

  add(ratio: number): void {
    const at = bucketOf(ratio);
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.sums[at] = (this.sums[at] ?? 0) + ratio;
    this.total += 1;
    if (this.total < MOST_COUNTED) return;
    this.total /= 2;
    for (let each = 0; each <= EDGES; each += 1) {
      this.counts[each] = (this.counts[each] ?? 0) / 2;
      this.sums[each] = (this.sums[each] ?? 0) / 2;
    }
  }

  /** Mean ratio of lengths beyond `ratio`; `ratio` itself while none was seen there. */
  beyond(ratio: number): number {
    let count = 0;
    let sum = 0;
    for (let at = bucketOf(ratio); at <= EDGES; at += 1) {
      count += this.counts[at] ?? 0;
      sum += this.sums[at] ?? 0;
    }
    return count === 0 ? ratio : Math.max(ratio, sum / count);
  }
}

interface Average {
  tokens: number;
  answers: number;
}

/** Output tokens of one sequence: learned by application, and by deployment over all applications. */
export class AnswerLengths {
  private readonly averages = new Map<string, Average>();
  private readonly shapes = new Map<string, LengthShape>();

  /** Mean length expected of an application; `guess` while no answer is known at all. */
  mean(leafId: string, deploymentId: string, guess: number): number {
    const all = this.averages.get(deploymentId);
    if (all === undefined) return guess;
    const own = this.averages.get(`${leafId} ${deploymentId}`);
    if (own === undefined) return all.tokens;
    return (own.tokens * own.answers + all.tokens * OWN_ANSWERS) / (own.answers + OWN_ANSWERS);
  }

  /** Mean length expected of an answer that has so many tokens already. */
  meanBeyond(leafId: string, deploymentId: string, tokens: number, guess: number): number {
    const mean = this.mean(leafId, deploymentId, guess);
    const shape = this.shapes.get(deploymentId);
    return shape === undefined || mean <= 0 ? Math.max(mean, tokens) : mean * shape.beyond(tokens / mean);
  }

  learn(leafId: string, deploymentId: string, tokens: number): void {
    const expected = this.mean(leafId, deploymentId, tokens);
    if (expected > 0) this.shapeOf(deploymentId).add(tokens / expected);
    this.remember(`${leafId} ${deploymentId}`, tokens);
    this.remember(deploymentId, tokens);
  }

  private shapeOf(deploymentId: string): LengthShape {
    const known = this.shapes.get(deploymentId) ?? new LengthShape();
    this.shapes.set(deploymentId, known);
    return known;
  }

  /** A map keeps the order in which its keys came: the first is the one whose last answer is the longest ago. */
  private remember(name: string, tokens: number): void {
    const known = this.averages.get(name) ?? { tokens, answers: 0 };
    this.averages.delete(name);
    if (this.averages.size >= MOST_REMEMBERED) {
      for (const oldest of this.averages.keys()) {
        this.averages.delete(oldest);
        break;
      }
    }
    this.averages.set(name, known);
    known.answers = Math.min(REMEMBERED_ANSWERS, known.answers + 1);
    known.tokens += (tokens - known.tokens) / known.answers;
  }
}
