import { describe, expect, test } from 'vitest'
import { FrameReader } from './frame'

function frames(chunks: readonly (string | Buffer)[], maxBytes?: number, keep = true) {
  const found: string[] = []
  let lost = 0
  const sink = {
    frame(bytes: Buffer, start: number, end: number) {
      found.push(bytes.toString('latin1', start, end))
      return keep
    },
    lost: () => void lost++,
  }
  const reader = new FrameReader(sink, maxBytes)
  for (const chunk of chunks) reader.push(Buffer.from(chunk))
  return { found, lost }
}

const PING = 'Response: Success\r\nPing: Pong\r\n'

describe('header blocks', () => {
  test('end at an empty line', () => {
    expect(frames([`${PING}\r\nEvent: Hold\r\n\r\n`]).found).toEqual([PING, 'Event: Hold\r\n'])
  })

  test('end at an empty line that is a bare LF', () => {
    expect(frames([`${PING}\nEvent: Hold\r\n\n`]).found).toEqual([PING, 'Event: Hold\r\n'])
  })

  test.each(['\n', '\r\n', '\r\n\n', '\r\n\r\n\r\n', '\n\n\n'])('may be followed by more line ends: %j', (extra) => {
    expect(frames([`${PING}\r\n${extra}Event: Hold\r\n\r\n${extra}`]).found).toEqual([PING, 'Event: Hold\r\n'])
  })

  test('do not end at a LF inside a value, nor at one that ends it', () => {
    const park = 'Response: Success\r\nMessage: Park successful\n\r\nA: one\n\ntwo\r\n'
    expect(frames([`${park}\r\n`]).found).toEqual([park])
  })

  test('are the same when every byte comes alone', () => {
    const text = `${PING}\r\nEvent: Hold\r\nA: \r\r\n\r\n\r\n${PING}\n`
    expect(frames(text.split('')).found).toEqual(frames([text]).found)
  })

  test('that came earlier keep their bytes while later ones arrive', () => {
    const held: { bytes: Buffer; start: number; end: number }[] = []
    const reader = new FrameReader({ frame: (bytes, start, end) => held.push({ bytes, start, end }) > 0, lost() {} })
    const texts = Array.from({ length: 3_000 }, (_, i) => `Event: Number${i}\r\nPadding: ${'x'.repeat(i % 97)}\r\n`)
    for (const text of texts)
      for (const half of [text.slice(0, 9), `${text.slice(9)}\r\n`]) reader.push(Buffer.from(half))
    expect(held.map(({ bytes, start, end }) => bytes.toString('latin1', start, end))).toEqual(texts)
  })

  test('that were refused leave no mark on the next', () => {
    expect(frames([...`Event: VarSet\r\n\r\n${PING}\r\n`], undefined, false).found).toEqual(['Event: VarSet\r\n', PING])
  })

  test('keep what is unfinished to themselves', () => {
    expect(frames([`${PING}\r\nEvent: Ho`]).found).toEqual([PING])
  })
})

describe('a block without an end', () => {
  const long = `Event: UserEvent\r\nText: ${'x'.repeat(2 * 1024 * 1024)}`

  test('of 2 MiB costs that one message and no more', () => {
    const { found, lost } = frames([PING, '\r\n', long, '\r\n\r\n', PING, '\r\n'])
    expect(found).toEqual([PING, PING])
    expect(lost).toBe(1)
  })

  test('is dealt with alike whatever the chunks', () => {
    const text = `${PING}\r\nEvent: A\r\nText: ${'x'.repeat(300)}\r\n\r\nEvent: B\r\n\r\n${'y'.repeat(200)}\r\n\r\n`
    for (const size of [1, 2, 3, 7, 63, 64, 65, 200, 1_000]) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, i * size + size),
      )
      expect(frames(chunks, 128), `chunks of ${size}`).toEqual({ found: [PING, 'Event: B\r\n'], lost: 2 })
    }
  })

  test('is not kept in memory', () => {
    const reader = new FrameReader({ frame: () => true, lost() {} })
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const before = process.memoryUsage().arrayBuffers
    for (let i = 0; i < 2_000; i++) reader.push(chunk)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  test('of exactly the limit is still whole', () => {
    const text = `Event: A\r\nText: ${'x'.repeat(64)}\r\n\r\n`
    expect(frames([text], text.length).found).toHaveLength(1)
    expect(frames([text], text.length - 1)).toEqual({ found: [], lost: 1 })
  })
})
