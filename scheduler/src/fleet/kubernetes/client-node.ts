import { existsSync } from "node:fs";
import type { KubeConfig, RequestContext } from "@kubernetes/client-node";
import type { ClusterSource } from "./cluster-source.js";

/** The client library, loaded only when a cluster is configured: it costs half a second and some 90 MB. */
export type ClientNode = typeof import("@kubernetes/client-node");

export const loadClientNode = (): Promise<ClientNode> => import("@kubernetes/client-node");

/** A request that is no watch is over, well or badly, after this long. */
const DEADLINE_MS = 10_000;
const WATCH = /[?&]watch=(?:true|1)\b/;

export interface OpenedConfig {
  readonly config: KubeConfig;
  /** Ends its connections. */
  close(): void;
}

type Closable = { destroy(): Promise<void> };

/**
 * Reads a source anew, so that renewed certificates and tokens are taken with each session. Two things the library leaves
 * out are added: one dispatcher for all requests (it makes one, with its sockets, for each), and a deadline.
 */
export const openConfig = (client: ClientNode, source: ClusterSource): OpenedConfig => {
  let dispatcher: ReturnType<RequestContext["getDispatcher"]>;

  class SocleKubeConfig extends client.KubeConfig {
    override async applySecurityAuthentication(context: RequestContext): Promise<void> {
      await super.applySecurityAuthentication(context);
      dispatcher ??= context.getDispatcher();
      if (dispatcher !== undefined) context.setDispatcher(dispatcher);
      if (!WATCH.test(context.getUrl())) context.setSignal(AbortSignal.timeout(DEADLINE_MS));
    }
  }

  const config = new SocleKubeConfig();
  if (source.kind === "in_cluster") config.loadFromCluster();
  else {
    // As kubectl does: a file of the list that is not there is left out.
    const [first = source.files[0] ?? "", ...others] = source.files.filter((file) => existsSync(file));
    config.loadFromFile(first);
    for (const file of others) {
      const more = new client.KubeConfig();
      more.loadFromFile(file);
      config.mergeConfig(more, true);
    }
    if (source.context !== null) config.setCurrentContext(source.context);
  }
  if (config.getCurrentCluster() === null) throw new Error("the context names no cluster");
  return {
    config,
    close() {
      const held = dispatcher as unknown as Closable | undefined;
      // A failure to close what is given up is nobody's concern.
      held?.destroy().catch(() => undefined);
    },
  };
};
