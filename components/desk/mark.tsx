/** The product's mark; its name stands beside it where there is room. */
export function Mark({ name = false }: { name?: boolean }) {
  return (
    <span className="mark">
      <svg viewBox="0 0 28 28" role="img" aria-label="Callboard">
        <rect x="1" y="3" width="26" height="6" rx="1.5" fill="var(--cb-ink)" />
        <rect x="1" y="11" width="26" height="6" rx="1.5" fill="var(--cb-ink-off)" />
        <rect x="1" y="19" width="17" height="6" rx="1.5" fill="var(--cb-ink-off)" />
      </svg>
      {name && <span aria-hidden="true">Callboard</span>}
    </span>
  )
}
