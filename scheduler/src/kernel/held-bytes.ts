/** Bytes of bodies and of gathered answers that this process holds, all requests together, under one bound. */
export class HeldBytes {
  private held = 0;

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.held;
  }

  /** An account for one request; it holds nothing yet. */
  open(): Holding {
    return new Holding((bytes) => {
      if (bytes > 0 && this.held + bytes > this.most) return false;
      this.held += bytes;
      return true;
    });
  }
}

/** What one request holds. Whoever opened it releases it, whatever became of the request. */
export class Holding {
  private bytes = 0;

  constructor(private readonly add: (bytes: number) => boolean) {}

  /** Takes so many more; false, and none of them, when all requests together would hold too much. */
  grow(bytes: number): boolean {
    if (!this.add(bytes)) return false;
    this.bytes += bytes;
    return true;
  }

  /** Harmless when nothing is held. */
  release(): void {
    this.add(-this.bytes);
    this.bytes = 0;
  }
}
