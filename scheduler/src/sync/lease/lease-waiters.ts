interface Waiter {
  /** First call whose answer is of use: drafted after the wait began. */
  readonly call: number;
  readonly resolve: (answered: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

/** Requests that wait for an answer to a lease call drafted after they began to wait. */
export class LeaseWaiters {
  private readonly waiters = new Set<Waiter>();

  /** `true` once `answered(call)` or a later one, `false` after `timeoutMs`. */
  wait(call: number, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        call,
        resolve,
        timer: setTimeout(() => {
          this.waiters.delete(waiter);
          resolve(false);
        }, timeoutMs),
      };
      this.waiters.add(waiter);
    });
  }

  someWaitFor(call: number): boolean {
    for (const waiter of this.waiters) if (waiter.call <= call) return true;
    return false;
  }

  answered(call: number): void {
    for (const waiter of this.waiters) {
      if (waiter.call > call) continue;
      clearTimeout(waiter.timer);
      this.waiters.delete(waiter);
      waiter.resolve(true);
    }
  }
}
