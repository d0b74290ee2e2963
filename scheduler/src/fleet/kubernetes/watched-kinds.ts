import type { V1Node, V1Pod } from "@kubernetes/client-node";
import type { ClientNode } from "./client-node.js";
import type { WatchedKind } from "./informer-session.js";
import { DEPLOYMENT_LABEL } from "./pod-endpoint.js";

/** Pods of model deployments: those that bear the label, in one namespace or all, further narrowed by a selector. */
export const podsOf = (client: ClientNode, namespace: string | null, selector: string | null): WatchedKind<V1Pod> => {
  const labelSelector = selector === null ? DEPLOYMENT_LABEL : `${DEPLOYMENT_LABEL},${selector}`;
  return {
    path: namespace === null ? "/api/v1/pods" : `/api/v1/namespaces/${namespace}/pods`,
    labelSelector,
    list(config) {
      const api = config.makeApiClient(client.CoreV1Api);
      return namespace === null
        ? api.listPodForAllNamespaces({ labelSelector })
        : api.listNamespacedPod({ namespace, labelSelector });
    },
  };
};

export const nodesOf = (client: ClientNode): WatchedKind<V1Node> => ({
  path: "/api/v1/nodes",
  labelSelector: undefined,
  list: (config) => config.makeApiClient(client.CoreV1Api).listNode(),
});
