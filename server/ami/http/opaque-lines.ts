/** More of one text is left out: the rest of a message that began with headers is far shorter. */
const MAX_BYTES = 256 * 1024

/**
 * The lines that Asterisk's XML gives as `opaque-data`: from the first one that is no `Name: value` to the end of the
 * message. That one went on the value before it, and headers follow it, as they stood.
 */
export class OpaqueLines {
  private readonly bytes: number[] = []

  put(byte: number): void {
    if (this.bytes.length < MAX_BYTES) this.bytes.push(byte)
  }

  /**
   * The lines as AMI has them. `endedByTag`: what ends the element came along; `alone`: nothing stands before.
   */
  finish(endedByTag: boolean, alone: boolean): Buffer {
    const text = Buffer.from(this.bytes).toString('latin1')
    const lines = (endedByTag ? text.replace(/ ?\/>\s*$/, '') : text).split('\n')
    const joined = lines.map((line, at) => {
      if (at === 0 && alone) return line
      return at > 0 && /^[A-Za-z][^\s:]*:/.test(line) ? `\r\n${line}` : `\n${line}`
    })
    return Buffer.from(joined.join(''), 'latin1')
  }
}
