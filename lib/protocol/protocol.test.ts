import { describe, expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import type { LiveDiff } from '@/lib/diff/types'
import type { LinkHealth } from '@/lib/domain/link'
import type { Families, LiveState } from '@/lib/domain/live-state'
import { commandRequestSchema } from './commands'
import {
  diffSchema,
  heartbeatSchema,
  helloSchema,
  refusedSchema,
  resyncSchema,
  snapshotSchema,
  subscribeSchema,
} from './messages'
import { type liveDiffSchema, liveStateSchema, type recordSchemas } from './picture'
import { receiptSchema } from './receipts'
import type { linkSchema } from './records'
import { PROTOCOL_VERSION } from './version'
import { mineSchema, viewerSchema } from './viewer'

const messages = {
  hello: helloSchema,
  snapshot: z.tuple([snapshotSchema, liveStateSchema]),
  diff: diffSchema,
  heartbeat: heartbeatSchema,
  refused: refusedSchema,
  subscribe: subscribeSchema,
  resync: resyncSchema,
  viewer: viewerSchema,
  mine: mineSchema,
  receipt: receiptSchema,
  command: commandRequestSchema,
}

describe('the protocol', () => {
  it('has a new version whenever a message changes', async () => {
    const shapes = Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema)])
    const hash = await sha256(JSON.stringify(shapes))
    // A page of another version reloads itself. When this fails: raise PROTOCOL_VERSION, then write both down here.
    expect({ version: PROTOCOL_VERSION, hash }).toEqual({ version: 3, hash: '87a42ba78598c284' })
  })

  it('describes the very records of the domain, neither more nor less', () => {
    type Records = { [F in keyof typeof recordSchemas]: z.infer<(typeof recordSchemas)[F]> }
    expectTypeOf<Records>().toEqualTypeOf<Families>()
    expectTypeOf<z.infer<typeof linkSchema>>().toEqualTypeOf<LinkHealth>()
    expectTypeOf<z.infer<typeof liveStateSchema>>().toEqualTypeOf<LiveState>()
    expectTypeOf<z.infer<typeof liveDiffSchema>>().toEqualTypeOf<LiveDiff>()
  })

  it.each([
    ['no queue at all', { queues: [] }],
    ['an empty name', { queues: [''] }],
    ['a name too long', { queues: ['x'.repeat(257)] }],
    ['too many names', { queues: Array(501).fill('x') }],
    ['more than asked for', { queues: null, admin: true }],
    ['nothing', undefined],
  ])('refuses to subscribe to %s', (_, message) => {
    expect(subscribeSchema.safeParse(message).success).toBe(false)
  })
})

/** The first eight bytes, in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
