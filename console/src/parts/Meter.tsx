interface Props {
  readonly label: string;
  /** Between 0 and 1. */
  readonly share: number;
}

/** How much of a ceiling is used; the label says it in figures. */
export function Meter({ label, share }: Props) {
  const width = Math.min(Math.max(share, 0), 1) * 100;
  return (
    <svg className="meter" role="img" aria-label={label} viewBox="0 0 100 8" preserveAspectRatio="none">
      <rect width={width} height="8" />
    </svg>
  );
}
