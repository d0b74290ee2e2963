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
    const found = [...this.kept.values()]
      .filter((bundle) => words.every((word) => textOf(bundle).includes(word)))
      .sort((a, b) => b.keptAt.getTime() - a.keptAt.getTime() || (a.source.digest < b.source.digest ? 1 : -1));
    const start = after === null ? 0 : found.findIndex(({ source }) => source.digest === after) + 1;
    return Promise.resolve(found.slice(start, start + first + 1));
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

export class MemoryProposalRepository implements ProposalRepository {
  private readonly proposals = new Map<string, Proposal>();

  insert(_ctx: Context, proposal: Proposal): Promise<void> {
    this.proposals.set(proposal.id, proposal);
    return Promise.resolve();
  }

  find(_ctx: Context, id: string): Promise<Proposal | null> {
    return Promise.resolve(this.proposals.get(id) ?? null);
  }

  update(_ctx: Context, proposal: Proposal): Promise<boolean> {
    if (this.proposals.get(proposal.id)?.version !== proposal.version - 1) return Promise.resolve(false);
    this.proposals.set(proposal.id, proposal);
    return Promise.resolve(true);
  }

  page(_ctx: Context, { states, first, after }: ProposalPage): Promise<readonly Proposal[]> {
    const found = [...this.proposals.values()]
      .filter(({ state, id }) => (states?.includes(state) ?? true) && (after === null || id < after))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(found.slice(0, first + 1));
  }
}
