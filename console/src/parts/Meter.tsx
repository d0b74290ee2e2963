interface Props {
  readonly label: string;
  /** Between 0 and 1. */
  readonly share: number;
  /** Part of 1 that is held but not used yet: half as high, after the first. */
  readonly pending?: number;
}

const within = (share: number): number => Math.min(Math.max(share, 0), 1) * 100;

/** How much of a ceiling is used; the label says it in figures. */
export function Meter({ label, share, pending = 0 }: Props) {
  const used = within(share);
  return (
    <svg className="meter" role="img" aria-label={label} viewBox="0 0 100 8" preserveAspectRatio="none">
      <rect width={used} height="8" />
      <rect x={used} y="4" width={Math.max(within(share + pending) - used, 0)} height="4" />
    </svg>
  );
}
