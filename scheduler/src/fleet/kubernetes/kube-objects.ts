/**
 * What is read of pods and nodes. A list gives objects with `Date`s, a watch plain JSON with strings, and the client's
 * cache mixes both: times are one or the other.
 */
type KubeTime = Date | string;

interface KubeMetadata {
  readonly uid?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly resourceVersion?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly deletionTimestamp?: KubeTime | undefined;
}

interface KubeCondition {
  readonly type: string;
  readonly status: string;
}

export interface KubePod {
  readonly metadata?: KubeMetadata | undefined;
  readonly spec?:
    | {
        readonly nodeName?: string | undefined;
        readonly containers?: readonly KubeContainer[] | undefined;
      }
    | undefined;
  readonly status?:
    | {
        readonly phase?: string | undefined;
        readonly podIP?: string | undefined;
        readonly conditions?: readonly KubeCondition[] | undefined;
      }
    | undefined;
}

interface KubeContainer {
  readonly name: string;
  readonly ports?: readonly { readonly name?: string | undefined; readonly containerPort: number }[] | undefined;
}

export interface KubeNode {
  readonly metadata?: KubeMetadata | undefined;
  readonly spec?: { readonly unschedulable?: boolean | undefined } | undefined;
  readonly status?:
    | {
        readonly capacity?: Readonly<Record<string, string>> | undefined;
        readonly allocatable?: Readonly<Record<string, string>> | undefined;
        readonly conditions?: readonly KubeCondition[] | undefined;
      }
    | undefined;
}

export const conditionHolds = (conditions: readonly KubeCondition[] | undefined, type: string): boolean =>
  (conditions ?? []).some((condition) => condition.type === type && condition.status === "True");
