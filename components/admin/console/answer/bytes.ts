const LINE = 16

/** Bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

/** As text; what is no UTF-8 shows as U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** A piece of a text: as it is, or a sign that is otherwise unseen, by its escape. */
export type Piece = { isUnseen: boolean; text: string }

const UNSEEN = /\r\n|\p{Cc}|\p{Cf}|[\u2028\u2029]/gu
const SHORT: Readonly<Record<string, string>> = {
  '\r\n': '\\r\\n\n',
  '\n': '\\n\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
}

/** A text in which what cannot be seen can: ends of lines, controls, marks that turn the direction of writing. */
export function visible(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: sign, index } of text.matchAll(UNSEEN)) {
    if (index > from) pieces.push({ isUnseen: false, text: text.slice(from, index) })
    pieces.push({ isUnseen: true, text: SHORT[sign] ?? escapeOf(sign) })
    from = index + sign.length
  }
  if (from < text.length) pieces.push({ isUnseen: false, text: text.slice(from) })
  return pieces
}

function escapeOf(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`
}

/** `00000010  41 63 74 …  |Action: …|`, up to `most` bytes. */
export function hexOf(bytes: Uint8Array, most: number): string {
  const lines: string[] = []
  for (let at = 0; at < Math.min(bytes.length, most); at += LINE) {
    const part = [...bytes.subarray(at, at + LINE)]
    const hex = part.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const signs = part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${at.toString(16).padStart(8, '0')}  ${hex.padEnd(LINE * 3 - 1)}  |${signs}|`)
  }
  return lines.join('\n')
}
