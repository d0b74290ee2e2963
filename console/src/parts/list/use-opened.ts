import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** The record that is open, kept in the address so that a task leads to it. */
export function useOpened(): [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const open = useCallback(
    (id: string | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (id === null) next.delete("open");
          else next.set("open", id);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get("open"), open];
}
