import type { AmiMessage } from '@/server/ami/types'

/**
 * Longest text that goes into a record, in UTF-16 units. Asterisk's names end at 80 bytes (AST_CHANNEL_NAME,
 * AST_MAX_EXTENSION, app_queue.c `struct member`), and lists of them (hints, dial strings) stay below this; what is longer
 * is somebody's attempt to fill every screen's memory.
 */
export const MAX_TEXT = 1024
const CUT = '…'

/** A message whose values are cut at `MAX_TEXT`: what the readers see. */
export class BoundedMessage implements AmiMessage {
  constructor(private readonly message: AmiMessage) {}

  get kind(): AmiMessage['kind'] {
    return this.message.kind
  }

  get name(): string {
    return this.message.name
  }

  get(name: string): string | undefined {
    const value = this.message.get(name)
    return value === undefined || value.length <= MAX_TEXT ? value : cutText(value)
  }

  all(name: string): string[] {
    return this.message.all(name).map(cutText)
  }

  *entries(): Iterable<readonly [name: string, value: string]> {
    for (const [name, value] of this.message.entries()) yield [name, cutText(value)]
  }
}

/** At most `MAX_TEXT` units, cut between two characters and then ending in `…`. */
export function cutText(text: string): string {
  if (text.length <= MAX_TEXT) return text
  const end = MAX_TEXT - CUT.length
  const isInside = isHighSurrogate(text.charCodeAt(end - 1))
  // By way of bytes: a slice would keep the whole text in memory.
  return Buffer.from(text.slice(0, isInside ? end - 1 : end)).toString() + CUT
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
