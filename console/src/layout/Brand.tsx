/** Three courses of a plinth, and the name. */
export function Brand() {
  return (
    <div className="brand">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <rect x="7" y="3" width="6" height="3" />
        <rect x="4" y="8" width="12" height="3" />
        <rect x="1" y="13" width="18" height="4" />
      </svg>
      <span>Socle</span>
    </div>
  );
}
