import { useEffect, useState } from "react";
import { PAUSE_MS } from "./use-settled";

interface Props {
  readonly label: string;
  /** What is sought now. */
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** Words to seek: asked once nobody types any more, not at each letter. */
export function SearchInput({ label, value, onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  const [sought, setSought] = useState(value);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    // What comes back from a search of ours is not typed again: more may stand in the field by then.
    if (value !== sought) setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => {
      setSought(typed);
      onSearch(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <label>
      {label}
      <input className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
