/** Where a cluster's API server is found and who one is there. */
export type ClusterSource = ClusterAccess & {
  /** Slugs of the only pools whose model deployments its pods may serve; `null` for all. */
  readonly pools: readonly string[] | null;
};

type ClusterAccess =
  /** The service account of the pod this runs in. */
  | { readonly kind: "in_cluster"; readonly name: string }
  /** A context of kubeconfig files; `null` is their current one. */
  | {
      readonly kind: "kubeconfig";
      readonly name: string;
      readonly files: readonly string[];
      readonly context: string | null;
    };
