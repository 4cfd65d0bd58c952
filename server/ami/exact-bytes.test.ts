import { afterEach, expect, it } from 'vitest'
import { type Bench, connectToScript } from './testing/connect'

let bench: Bench
afterEach(() => bench.stop())

it('tells the exact bytes of an action, and those of each message that answers it', async () => {
  bench = await connectToScript({
    answers: { QueueSummary: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nEventList: start\n` },
  })
  await bench.until('ready')
  const sent: Buffer[] = []
  const headers = { Queue: 'Zürich' }
  await bench.connection.send({ action: 'QueueSummary', headers, onSent: (bytes) => sent.push(bytes) })
  const response = bench.messages.at(-1)
  const id = response?.get('ActionID')
  expect(sent.map(String)).toEqual([`Action: QueueSummary\r\nActionID: ${id}\r\nQueue: Zürich\r\n\r\n`])
  expect(response?.raw?.toString()).toBe(`Response: Success\r\nActionID: ${id}\r\nEventList: start\r\n`)
})

it('tells nothing of an action that is not sent', async () => {
  bench = await connectToScript()
  await bench.until('ready')
  const sent: Buffer[] = []
  const headers = { Queue: 'a\r\nAction: Logoff' }
  const refused = bench.connection.send({ action: 'QueueStatus', headers, onSent: (bytes) => sent.push(bytes) })
  await expect(refused).rejects.toMatchObject({ code: 'invalid' })
  expect(sent).toEqual([])
})

it('leaves out messages that are longer than asked for, and counts them', async () => {
  bench = await connectToScript({}, { maxMessageBytes: 200 })
  await bench.until('ready')
  const session = await bench.pbx.session()
  session.say(`Event: UserEvent\nText: ${'x'.repeat(300)}\n\nEvent: Short\n\n`)
  await bench.heard('Short')
  expect(bench.messages.map(({ name }) => name)).not.toContain('UserEvent')
  expect(bench.connection.stats().lostMessages).toBe(1)
})
