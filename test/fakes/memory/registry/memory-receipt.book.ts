import { actorRef } from "../../../../control-plane/src/kernel/actor.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { Receipt, ReceiptBook } from "../../../../control-plane/src/registry/ports/receipt-book.port.js";

export class MemoryReceiptBook implements ReceiptBook {
  private readonly receipts = new Map<string, Receipt>();

  take(ctx: Context, key: string, receipt: Receipt): Promise<Receipt | null> {
    const name = `${actorRef(ctx.actor)} ${key}`;
    const known = this.receipts.get(name) ?? null;
    if (known === null) this.receipts.set(name, receipt);
    return Promise.resolve(known);
  }
}
