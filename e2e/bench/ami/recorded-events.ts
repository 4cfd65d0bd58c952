import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const RECORDING = new URL('../../../server/testing/recordings/asterisk-22.ami.gz', import.meta.url)

/** Live events of a recorded session with Asterisk 22, again and again until there are so many, each round with other times and ids. */
export function recordedEvents(count: number, wanted: (name: string) => boolean = () => true): Buffer {
  const events = gunzipSync(readFileSync(RECORDING))
    .toString('utf8')
    .split(/\r\n(?:\r\n)+/)
    .filter((text) => text.startsWith('Event: ') && text.includes('\r\nPrivilege: ') && wanted(nameOf(text)))
  const texts: Buffer[] = []
  for (let round = 0; texts.length < count; round++) {
    const seconds = String(1_795_000_000 + round * 997)
    for (const text of events.slice(0, count - texts.length))
      texts.push(Buffer.from(`${text.replace(/\b179\d{7}(?=\.)/g, seconds)}\r\n\r\n`))
  }
  return Buffer.concat(texts)
}

function nameOf(text: string): string {
  return text.slice('Event: '.length, text.indexOf('\r\n'))
}

/** Buffers of their own, as a socket would give them; the last one may be shorter. */
export function inChunks(bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(Buffer.from(bytes.subarray(at, at + size)))
  return chunks
}
