/**
 * Decay of the wait for a server whose service never varies, per service time: the root x > 0 of e^x − 1 = x ÷ load, from
 * above by Newton's steps, which never pass it. P(wait > t) falls as exp(−x·t ÷ service).
 * @param load in (0, 1)
 */
export function decayOf(load: number): number {
  let root = -2 * Math.log(load);
  for (;;) {
    const grown = Math.exp(root);
    const next = root - (grown - 1 - root / load) / (grown - 1 / load);
    if (!(next < root - 1e-9 * root)) return root;
    root = next;
  }
}

/**
 * Probability that a wait for one server of constant service is longer than so many services (M/D/1): exact within one
 * service, its exponential tail beyond.
 */
export function waitsLonger(load: number, services: number): number {
  if (services < 1) return 1 - (1 - load) * Math.exp(load * Math.max(0, services));
  const decay = decayOf(load);
  return Math.min(load, ((1 - load) / (load * Math.exp(decay) - 1)) * Math.exp(-decay * services));
}

/** Probability that a number of that mean and variance (not below it) is `count` or more: negative binomial. */
export function countReaches(count: number, mean: number, variance: number): number {
  const successes = (mean * mean) / Math.max(variance - mean, 1e-6 * mean);
  const growth = mean / (successes + mean);
  let probability = Math.exp(successes * Math.log1p(-growth));
  let below = probability;
  for (let number = 1; number < count; number += 1) {
    probability *= (growth * (successes + number - 1)) / number;
    below += probability;
  }
  return Math.max(0, 1 - below);
}
