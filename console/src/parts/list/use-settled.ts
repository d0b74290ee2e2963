import { useEffect, useState } from "react";

/** How long nobody types before the words are sought. */
export const PAUSE_MS = 300;

/** The value as it was when it last stood still. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
