import type { KubeConfig, KubernetesListObject, KubernetesObject } from "@kubernetes/client-node";
import { openConfig } from "./client-node.js";
import type { ClientNode, OpenedConfig } from "./client-node.js";
import type { ClusterSource } from "./cluster-source.js";
import { isAbort, sessionFault } from "./session-fault.js";
import type { OpenSession, SessionListener } from "./session.port.js";

/** One kind of object of the API: where it is watched and how it is listed. */
export interface WatchedKind<T extends KubernetesObject> {
  readonly path: string;
  readonly labelSelector: string | undefined;
  list(config: KubeConfig): Promise<KubernetesListObject<T>>;
}

interface Taps {
  opened(): void;
  event(type: string): void;
}

/**
 * The library's watch, with what it leaves to its caller: bookmarks are asked for, so that the version of a quiet watch
 * does not grow old; what throws while a watch is set up ends it instead of becoming an unhandled rejection.
 */
const guardedWatch = (client: ClientNode, config: KubeConfig, taps: Taps, failed: (error: unknown) => void) => {
  class GuardedWatch extends client.Watch {
    override async watch(...[path, query, callback, done]: Parameters<InstanceType<ClientNode["Watch"]>["watch"]>) {
      let over = false;
      const finish = (error: unknown): void => {
        over = true;
        // The informer's handler is asynchronous, which the library's types do not say.
        Promise.resolve(done(error) as unknown).catch(failed);
      };
      const heard: typeof callback = (type, object, whole) => {
        taps.event(type);
        callback(type, object, whole);
      };
      const controller = await super.watch(path, { ...query, allowWatchBookmarks: true }, heard, finish);
      if (!over) taps.opened();
      return controller;
    }
  }
  return new GuardedWatch(config);
};

class InformerSession<T extends KubernetesObject> {
  private over = false;
  private deleted = 0;
  private due: NodeJS.Immediate | null = null;
  private opened: OpenedConfig | null = null;
  private stopInformer: () => void = () => {};
  private items: () => readonly T[] = () => [];

  constructor(
    private readonly client: ClientNode,
    private readonly source: ClusterSource,
    private readonly kind: WatchedKind<T>,
    private readonly listener: SessionListener<T>,
  ) {}

  start(): void {
    try {
      this.opened = openConfig(this.client, this.source);
      this.inform(this.opened.config);
    } catch (error) {
      // The caller does not hold the session yet: it hears of the end in the next turn.
      setImmediate(() => this.fail(error));
    }
  }

  stop(): void {
    if (this.over) return;
    this.over = true;
    if (this.due !== null) clearImmediate(this.due);
    this.stopInformer();
    this.opened?.close();
  }

  private inform(config: KubeConfig): void {
    const fail = (error: unknown): void => this.fail(error);
    const taps: Taps = {
      opened: () => this.heard(),
      event: (type) => {
        if (type === "DELETED") this.deleted += 1;
        this.heard();
      },
    };
    const watch = guardedWatch(this.client, config, taps, fail);
    const list = async (): Promise<KubernetesListObject<T>> => {
      const listed = await this.kind.list(config);
      this.heard();
      this.tellSoon();
      return listed;
    };
    const informer = new this.client.ListWatch<T>(this.kind.path, watch, list, false, this.kind.labelSelector);
    // Nothing of ours runs inside the library's handlers: what throws there ends the process.
    informer.on("change", () => this.tellSoon());
    informer.on("error", fail);
    this.items = () => informer.list();
    this.stopInformer = () => void informer.stop().catch(() => undefined);
    informer.start().catch(fail);
  }

  private heard(): void {
    if (!this.over) this.listener.heard();
  }

  private tellSoon(): void {
    if (this.over) return;
    this.due ??= setImmediate(() => {
      this.due = null;
      const { deleted } = this;
      this.deleted = 0;
      this.listener.told(this.items(), deleted);
    });
  }

  private fail(error: unknown): void {
    if (this.over || isAbort(error)) return;
    this.stop();
    this.listener.ended(sessionFault(error));
  }
}

/** Opens sessions on one kind of object of one cluster. */
export const informerSessions =
  <T extends KubernetesObject>(client: ClientNode, source: ClusterSource, kind: WatchedKind<T>): OpenSession<T> =>
  (listener) => {
    const session = new InformerSession(client, source, kind, listener);
    session.start();
    return session;
  };
