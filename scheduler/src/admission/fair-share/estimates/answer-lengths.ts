/**
 * Answers that an average reaches back over. Long enough that the last answers before a silence, which are the long ones
 * because they end last, do not stand for all.
 */
const REMEMBERED_ANSWERS = 200;
/** Answers of its own that weigh as much as what is known of all applications. */
const OWN_ANSWERS = 10;
const MOST_REMEMBERED = 10_000;

interface Average {
  tokens: number;
  answers: number;
}

/** Output tokens of one sequence: learned by application, and by deployment over all applications. */
export class AnswerLengths {
  private readonly averages = new Map<string, Average>();

  /** Mean length expected of an application; `guess` while no answer is known at all. */
  mean(leafId: string, deploymentId: string, guess: number): number {
    const all = this.averages.get(deploymentId);
    if (all === undefined) return guess;
    const own = this.averages.get(`${leafId} ${deploymentId}`);
    if (own === undefined) return all.tokens;
    return (own.tokens * own.answers + all.tokens * OWN_ANSWERS) / (own.answers + OWN_ANSWERS);
  }

  learn(leafId: string, deploymentId: string, tokens: number): void {
    this.remember(`${leafId} ${deploymentId}`, tokens);
    this.remember(deploymentId, tokens);
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
