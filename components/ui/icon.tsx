/** Symbols of the sprite. */
type IconName =
  | 'calm'
  | 'warning'
  | 'critical'
  | 'closed'
  | 'ready'
  | 'ringing'
  | 'onCall'
  | 'onHold'
  | 'wrapUp'
  | 'paused'
  | 'unavailable'
  | 'live'
  | 'lost'
  | 'catchingUp'
  | 'priority'

/** A sign beside a word that says the same, so it is hidden from those who listen. Takes the text's size and colour. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`i ${className}`} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
