import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useAuthProvider } from "react-admin";
import { useClient } from "./client-context";
import type { Operation } from "../generated/operations";
import { type RefusalAnswer, isRefusal } from "./refusal";

export interface Act<Variables, Value> {
  /** Resolves to the value, or to null when it was refused or failed: `refusal` or `failure` then says why. */
  run(variables: Variables): Promise<Value | null>;
  readonly running: boolean;
  readonly refusal: RefusalAnswer | null;
  readonly failure: Error | null;
  clear(): void;
}

/** A governance act: waits for the server's answer, keeps its refusal, and refreshes what is on screen. */
export function useAct<Data, Variables, Answer extends { readonly __typename: string }>(
  operation: Operation<Data, Variables>,
  pick: (data: Data) => Answer,
): Act<Variables, Exclude<Answer, RefusalAnswer>> {
  const client = useClient();
  const queries = useQueryClient();
  const auth = useAuthProvider();
  const [refusal, setRefusal] = useState<RefusalAnswer | null>(null);
  const mutation = useMutation({
    mutationFn: (variables: Variables) => client.run(operation, variables),
    onError: (error) => void auth?.checkError(error).catch(() => undefined),
  });
  const { mutateAsync, reset } = mutation;
  const run = useCallback(
    async (variables: Variables) => {
      setRefusal(null);
      try {
        const answer = pick(await mutateAsync(variables));
        if (isRefusal(answer)) {
          setRefusal(answer);
          return null;
        }
        await queries.invalidateQueries();
        return answer as Exclude<Answer, RefusalAnswer>;
      } catch {
        return null;
      }
    },
    [mutateAsync, pick, queries],
  );
  const clear = useCallback(() => {
    setRefusal(null);
    reset();
  }, [reset]);
  return { run, running: mutation.isPending, refusal, failure: mutation.error, clear };
}
