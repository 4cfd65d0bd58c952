/** Signs of the pages about the house besides queues. Server side only. */
export function HouseSprite() {
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id="i-star" viewBox="0 0 24 24">
        <path d="M11.53 2.3a.53.53 0 0 1 .95 0l2.31 4.68a2.12 2.12 0 0 0 1.6 1.16l5.16.76a.53.53 0 0 1 .3.9l-3.74 3.64a2.12 2.12 0 0 0-.61 1.88l.88 5.14a.53.53 0 0 1-.77.56l-4.62-2.43a2.12 2.12 0 0 0-1.97 0L6.4 21.01a.53.53 0 0 1-.77-.56l.88-5.14a2.12 2.12 0 0 0-.61-1.88L2.16 9.8a.53.53 0 0 1 .3-.9l5.16-.76a2.12 2.12 0 0 0 1.6-1.16z" />
      </symbol>
      <symbol id="i-quiet" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10" />
        <path d="M8 12h8" />
      </symbol>
      <symbol id="i-talking" viewBox="0 0 24 24">
        <path d="M2 10v3M6 6v11M10 3v18M14 8v7M18 5v13M22 10v3" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-muted" viewBox="0 0 24 24">
        <path d="M12 19v3M15 9.34V5a3 3 0 0 0-5.68-1.33M16.95 16.95A7 7 0 0 1 5 12v-2M18.89 13.23A7 7 0 0 0 19 12v-2M2 2l20 20M9 9v3a3 3 0 0 0 5.12 2.12" />
      </symbol>
      <symbol id="i-microphone" viewBox="0 0 24 24">
        <path d="M12 19v3M19 10v2a7 7 0 0 1-14 0v-2" />
        <rect x="9" y="2" width="6" height="13" rx="3" />
      </symbol>
      <symbol id="i-unlock" viewBox="0 0 24 24">
        <rect width="18" height="11" x="3" y="11" rx="2" />
        <path d="M7 11V7a5 5 0 0 1 9.9-1" />
      </symbol>
    </svg>
  )
}
