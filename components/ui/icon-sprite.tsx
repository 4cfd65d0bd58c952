/**
 * Signs that every page has, each once; `Icon` refers to them. Drawn for a 24 × 24 field, in part after Lucide (ISC).
 * Server side only: it costs HTML, not JavaScript. Those of `DeskSprite` and `HouseSprite` stand beside it where they are needed.
 */
export function IconSprite() {
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id="i-calm" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="9.2" strokeWidth="2.4" />
        <path d="m8 12.4 2.8 2.8L16.2 9.6" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-warning" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          stroke="none"
          fillRule="evenodd"
          d="M13.9 2.9a2.2 2.2 0 0 0-3.8 0L.9 18.8a2.2 2.2 0 0 0 1.9 3.3h18.4a2.2 2.2 0 0 0 1.9-3.3ZM10.6 8h2.8v6.6h-2.8Zm0 8.5h2.8v2.8h-2.8Z"
        />
      </symbol>
      <symbol id="i-critical" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          stroke="none"
          fillRule="evenodd"
          d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4ZM10.5 5.5h3v8.2h-3Zm0 10h3v3h-3Z"
        />
      </symbol>
      <symbol id="i-closed" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="9.2" strokeWidth="2.4" strokeDasharray="3.6 3.6" />
        <path d="M8 12h8" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-ready" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          stroke="none"
          fillRule="evenodd"
          d="M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21Zm4.3 6.6-5.8 5.9-2.7-2.7-1.9 1.9 4.6 4.6 7.7-7.8Z"
        />
      </symbol>
      <symbol id="i-ringing" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          d="M13.83 16.57a1 1 0 0 0 1.21-.3l.35-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.38"
        />
        <path d="M14 6a5 5 0 0 1 4 4M14 2a9 9 0 0 1 8 8" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-onCall" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          d="M13.83 16.57a1 1 0 0 0 1.21-.3l.35-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.38"
        />
      </symbol>
      <symbol id="i-onHold" viewBox="0 0 24 24">
        <path d="M13.83 16.57a1 1 0 0 0 1.21-.3l.35-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.38" />
        <path d="M15.5 3v7M20 3v7" strokeWidth="2.6" />
      </symbol>
      <symbol id="i-wrapUp" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          d="M21.17 6.81a1 1 0 0 0-3.99-3.99L3.84 16.17a2 2 0 0 0-.5.83l-1.32 4.35a.5.5 0 0 0 .62.62l4.35-1.32a2 2 0 0 0 .83-.5z"
        />
        <path d="M14.5 21.5h7" strokeWidth="2.6" />
      </symbol>
      <symbol id="i-paused" viewBox="0 0 24 24">
        <path
          fill="currentColor"
          stroke="none"
          fillRule="evenodd"
          d="M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Zm2.8 4.5v11h2.9v-11Zm5.5 0v11h2.9v-11Z"
        />
      </symbol>
      <symbol id="i-unavailable" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="9.3" strokeWidth="2.6" />
        <path d="m5.6 5.6 12.8 12.8" strokeWidth="2.6" />
      </symbol>
      <symbol id="i-live" viewBox="0 0 24 24">
        <path d="M2 12h4.5l2.5-7 5 14 2.8-7H22" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-lost" viewBox="0 0 24 24">
        <path d="M2 12h5M17 12h5M8.5 8.5l7 7M15.5 8.5l-7 7" strokeWidth="2.4" />
      </symbol>
      <symbol id="i-priority" viewBox="0 0 24 24">
        <path d="m17 11-5-5-5 5" />
        <path d="m17 18-5-5-5 5" />
      </symbol>
      <symbol id="i-catchingUp" viewBox="0 0 24 24">
        <path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8" />
        <path d="M21 3v5h-5" />
        <path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16" />
        <path d="M8 16H3v5" />
      </symbol>
    </svg>
  )
}

/** The hatch of a data gap. Not inside `IconSprite`: a pattern in an undisplayed element is not painted. */
export function GapPattern() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="3" height="8" fill="currentColor" fillOpacity=".5" />
      </pattern>
    </svg>
  )
}
