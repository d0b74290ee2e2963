import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useClient } from "./client-context";
import type { Operation } from "../generated/operations";

interface Options {
  /** Asks again every so many milliseconds while the page is visible. */
  readonly every?: number;
  readonly enabled?: boolean;
  /** State of what the query is about: another one asks again at once. */
  readonly of?: string;
}

/** Reads one query; the figures on screen stay while newer ones are fetched or when they fail to come. */
export function useOperation<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  { every, enabled = true, of }: Options = {},
): UseQueryResult<Data> {
  const client = useClient();
  return useQuery({
    queryKey: [operation.name, variables, of],
    queryFn: ({ signal }) => client.run(operation, variables, signal),
    placeholderData: keepPreviousData,
    refetchInterval: every ?? false,
    retry: 1,
    enabled,
  });
}
