import { describe, expect, test } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { plain, readMessages } from './testing/read-messages'

/** Pieces of sessions with Asterisk 16 and 22 as they were recorded, and of older versions as their source writes them. */
const RECORDED = [
  `Response: Success|ActionID: rec-1|AMIversion: 11.0.0|AsteriskVersion: 22.10.1|SystemName: |CoreMaxCalls: 0||Response: Success|ActionID: rec-4|EventList: start|Message: Channels will follow||Event: CoreShowChannelsComplete|ActionID: rec-4|EventList: Complete|ListItems: 0||`,
  `Event: QueueMember|Queue: billing|Name: José Núñez|Location: PJSIP/110|StateInterface: |Membership: static|Penalty: 0|PausedReason: ||Event: QueueEntry|Queue: support|Position: 1|CallerIDName: Tom O'Brien|Wait: 4||`,
  `Event: TestEvent|Privilege: reporting,all|Type: StateChange|State: AGENT_CALLED|||Event: VarSet|Privilege: dialplan,all|Channel: PJSIP/c-00000001|Variable: SIPCALLID|Value: 1-2@127.0.0.1|Uniqueid: 1795346922.3||Response: Success||||`,
  `Event: Newchannel|Privilege: call,all|Timestamp: 1795346922.568439|Channel: Local/101@agents-0001;1|ChannelState: 0|CallerIDName: O\\'Brien|ConnectedLineName: <unknown>|ChanVariable(a): b|ChanVariable(a): c||`,
  `Response: Error|Message: Park action failed\n|ActionID: 9||Event: Agents|Agent: 1|CallStarted: 1795339177\nLoggedInTime: 5|ActionID: 7||`,
  `Response: Follows|Privilege: Command|ActionID: 3|\n\nGlobal Settings:\n  UDP: Yes\n|\n  Event: no||--END COMMAND--||Event: Hold|Uniqueid: 0041||`,
  `just some text\nof IAXnetstats\n|Event: Unhold|A:1||junk|__proto__: 1|: no name|constructor: 2||`,
].map((text) => Buffer.from(text.replaceAll('|', '\r\n')))

/** Bytes of any kind, with more line ends and invalid UTF-8 than anyone would send. */
const junk = fc
  .array(
    fc.oneof(fc.constantFrom(...[13, 10, 13, 10, 58, 32, 0, 0xc3, 0xa9, 0xff]), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 60,
    },
  )
  .map((bytes) => Buffer.from(bytes))

/** Lengths of chunks; single bytes often. */
const lengths = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })), {
  minLength: 1,
  maxLength: 24,
})

/** The bytes cut into chunks of these lengths, again and again. */
function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0, nth = 0; at < bytes.length; nth++) {
    const size = sizes[nth % sizes.length] as number
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return chunks
}

/** Small, so that messages beyond it are met too. */
const options = { maxMessageBytes: 300, dropEvents: ['VarSet'] }
const read = (chunks: Buffer[]) => JSON.stringify(readMessages(chunks, options).map(plain))

describe('100,000 random chunkings', () => {
  test('of what Asterisk sends give the messages of one chunk', () => {
    const whole = RECORDED.map((bytes) => read([bytes]))
    fc.assert(
      fc.property(fc.nat({ max: RECORDED.length - 1 }), lengths, (nth, sizes) => {
        return read(cut(RECORDED[nth] as Buffer, sizes)) === whole[nth]
      }),
      { numRuns: 60_000 },
    )
  })

  test('of junk between messages give the messages of one chunk', () => {
    const parts = fc.array(fc.oneof(junk, fc.constantFrom(...RECORDED)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(parts, fc.array(lengths, { minLength: 10, maxLength: 10 }), (bytes, chunkings) => {
        const all = Buffer.concat(bytes)
        const whole = read([all])
        return chunkings.every((sizes) => read(cut(all, sizes)) === whole)
      }),
      { numRuns: 4_000 },
    )
  })
})

test('the recorded pieces are what they look like', () => {
  const names = RECORDED.map((bytes) => readMessages([bytes]).map((message) => message.name || message.kind))
  expect(names).toEqual([
    ['Success', 'Success', 'CoreShowChannelsComplete'],
    ['QueueMember', 'QueueEntry'],
    ['TestEvent', 'VarSet', 'Success'],
    ['Newchannel'],
    ['Error', 'Agents'],
    ['Follows', 'Hold'],
    ['other', 'other'],
  ])
})
