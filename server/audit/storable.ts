import type { AuditEntry } from './types'

/** Signs of one text; who tries to sign in with a novel for a name does not fill the disk. */
const LONGEST = 2_000

/**
 * The entry as both databases give it back. PostgreSQL takes no NUL and SQLite ends a text there, and half a surrogate
 * pair comes back as another sign: the chain, which is over what was meant, would seem broken for good.
 */
export function storable(entry: AuditEntry): AuditEntry {
  const { action, actor, actorId, target, origin, result, detail, ref } = entry
  return {
    action: text(action),
    actor: orNull(actor),
    actorId: orNull(actorId),
    target: orNull(target),
    origin: { address: text(origin.address), via: origin.via },
    result,
    detail: Object.fromEntries(Object.entries(detail).map(([name, value]) => [text(name), detailOf(value)])),
    ref: orNull(ref),
  }
}

type Detail = AuditEntry['detail'][string]

/** JSON knows neither endless numbers nor those that are none. */
function detailOf(value: Detail): Detail {
  if (typeof value === 'string') return text(value)
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}

function orNull(value: string | null): string | null {
  return value === null ? null : text(value)
}

function text(value: string): string {
  // UTF-8 has no half pairs: what comes back of them is U+FFFD, too.
  return Buffer.from(value.slice(0, LONGEST), 'utf8').toString('utf8').replaceAll('\0', '\uFFFD')
}
