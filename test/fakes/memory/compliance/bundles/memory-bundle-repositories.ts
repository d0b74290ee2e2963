import { fold } from "../../../../../control-plane/src/kernel/fold.js";
import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import { wordsOf } from "../../../../../control-plane/src/kernel/words.js";
import type { Activation, KeptBundle } from "../../../../../control-plane/src/compliance/domain/bundles/kept-bundle.js";
import type { Proposal } from "../../../../../control-plane/src/compliance/domain/bundles/proposal.js";
import type {
  BundlePage,
  BundleRepository,
} from "../../../../../control-plane/src/compliance/ports/bundles/bundle-repository.port.js";
import type {
  ProposalPage,
  ProposalRepository,
} from "../../../../../control-plane/src/compliance/ports/bundles/proposal-repository.port.js";
import { pageOf } from "../../memory-list.js";
import { MemoryRecords } from "../../memory-records.js";

const textOf = ({ source }: KeptBundle): string => fold(source.files.map(({ text }) => text).join("\n"));

export class MemoryBundleRepository implements BundleRepository {
  private readonly kept = new Map<string, KeptBundle>();
  private readonly inOrder: Activation[] = [];

  keep(_ctx: Context, bundle: KeptBundle): Promise<void> {
    if (!this.kept.has(bundle.source.digest)) this.kept.set(bundle.source.digest, bundle);
    return Promise.resolve();
  }

  find(_ctx: Context, digest: string): Promise<KeptBundle | null> {
    return Promise.resolve(this.kept.get(digest) ?? null);
  }

  page(_ctx: Context, { search, first, after }: BundlePage): Promise<readonly KeptBundle[]> {
    const words = wordsOf(search ?? "");
    const keyOf = ({ keptAt, source }: KeptBundle) => [keptAt.getTime(), source.digest];
    const found = [...this.kept.values()].filter((bundle) => words.every((word) => textOf(bundle).includes(word)));
    const last = after === null ? undefined : this.kept.get(after);
    const page = { first, after: last === undefined ? null : keyOf(last) };
    return Promise.resolve(pageOf(found, keyOf, page, "descending"));
  }

  active(): Promise<Activation | null> {
    return Promise.resolve(this.inOrder.at(-1) ?? null);
  }

  activations(_ctx: Context, most: number): Promise<readonly Activation[]> {
    return Promise.resolve(this.inOrder.toReversed().slice(0, most));
  }

  activate(_ctx: Context, activation: Activation): Promise<boolean> {
    if (this.inOrder.length >= activation.number) return Promise.resolve(false);
    this.inOrder.push(activation);
    return Promise.resolve(true);
  }
}

export class MemoryProposalRepository extends MemoryRecords<Proposal> implements ProposalRepository {
  insert(_ctx: Context, proposal: Proposal): Promise<void> {
    return this.put(proposal);
  }

  page(_ctx: Context, { states, first, after }: ProposalPage): Promise<readonly Proposal[]> {
    const found = this.where(({ state }) => states?.includes(state) ?? true);
    const page = { first, after: after === null ? null : [after] };
    return Promise.resolve(pageOf(found, ({ id }) => [id], page, "descending"));
  }
}
