import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { callerId, memberId, pbxName, queueId } from '@/lib/domain/ids'
import type { LiveState } from '@/lib/domain/live-state'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import { diffSchema } from '@/lib/protocol/messages'
import { liveStateSchema } from '@/lib/protocol/picture'
import { systemClock } from '@/server/clock'
import { MAX_TEXT } from '@/server/events/bounded-message'
import { createGateway } from '@/server/socket/gateway'
import { openAuth } from '@/server/socket/testing/fake-auth'
import { browse, closeAfterTest, openSocket } from '@/server/socket/testing/opened'
import { until } from '@/server/socket/testing/until'
import { silentLog } from '@/server/socket/testing/wallboard'
import { channelHeaders, entryItem, memberItem, memberStatus, paramsItem } from './model/queue-items'
import { ScriptedPbx } from './model/scripted-pbx'

const PBX = pbxName('main')
const TEXTS = Object.entries(HOSTILE_TEXTS)
const uniqueidOf = (i: number) => `1795426900.${i}`

/** `ast_escape_c` of main/utils.c, as far as printable signs go. */
const escapeC = (text: string) => text.replace(/[\\'"?]/g, '\\$&')

/** A PBX on which every queue, member, caller and reason is called so, behind a real gateway. */
async function pbxWhereAllAreCalled(texts: readonly string[]) {
  const pbx = new ScriptedPbx()
  const items = texts.flatMap((text, i) => [
    paramsItem(text),
    memberItem(text, text, { Name: text, Paused: 1, PausedReason: text }),
    entryItem(text, 1, uniqueidOf(i), 60, { CallerIDName: text, CallerIDNum: text }),
  ])
  pbx.lists.set('QueueStatus', items)
  await pbx.load()
  pbx.store.flush()
  return { pbx, url: await serve(pbx) }
}

async function serve({ store }: ScriptedPbx): Promise<string> {
  const gateway = createGateway({ store, clock: systemClock, log: silentLog, build: 'b1', auth: openAuth() })
  const http = createServer()
  http.on('upgrade', gateway.handleUpgrade)
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  closeAfterTest(async () => {
    await gateway.close()
    http.close()
  })
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
}

describe('hostile names of queues, members, reasons and callers', () => {
  test('arrive in a browser as the text that they are', async () => {
    const { url } = await pbxWhereAllAreCalled(TEXTS.map(([, text]) => text))
    const cache = browse({ url })
    await until(() => cache.ids('callers').length === TEXTS.length)
    for (const [i, [what, text]] of TEXTS.entries()) {
      expect(cache.record('queues', queueId(PBX, text)), what).toMatchObject({ name: text, label: text })
      const member = cache.record('members', memberId(PBX, text, text))
      expect(member, what).toMatchObject({ name: text, interface: text, paused: true, pausedReason: text })
      expect(cache.record('callers', callerId(PBX, uniqueidOf(i))), what).toMatchObject({ name: text, number: text })
    }
    expect(cache.ids('queues')).toHaveLength(TEXTS.length)
    expect(cache.ids('members')).toHaveLength(TEXTS.length)
    expect(({} as Record<string, unknown>).name).toBeUndefined()
  })

  test.each(TEXTS)('come as changes, too: %s', async (_, text) => {
    const { pbx, url } = await pbxWhereAllAreCalled([text])
    const cache = browse({ url })
    await until(() => cache.ids('callers').length === 1)
    const channel = { ...channelHeaders('1795426999.1'), CallerIDName: escapeC(text), CallerIDNum: text }
    pbx.event('QueueCallerJoin', { ...channel, Queue: text, Position: 2, Count: 2 })
    pbx.event('QueueMemberStatus', memberStatus(text, text, { MemberName: text, Paused: 1, PausedReason: `${text}!` }))
    pbx.event('QueueCallerLeave', { Queue: text, Uniqueid: uniqueidOf(0), Position: 1, Count: 1 })
    pbx.store.flush()
    await until(() => cache.records('callers')[0]?.uniqueid === '1795426999.1')
    expect(cache.records('callers')).toEqual([...pbx.store.tables.callers.values()])
    expect(cache.records('callers')[0]).toMatchObject({ name: text, number: text, position: 1 })
    expect(cache.records('members')[0]).toMatchObject({ name: text, pausedReason: `${text}!` })
  })

  test('follow the schemas on the wire', async () => {
    const { pbx, url } = await pbxWhereAllAreCalled(TEXTS.map(([, text]) => text))
    const { socket, heard } = openSocket({ url })
    let packed: Uint8Array | null = null
    socket.on('snapshot', (_, bytes) => (packed = bytes))
    socket.emit('subscribe', { queues: null })
    await until(() => packed !== null)
    const state = JSON.parse(gunzipSync(packed as unknown as Uint8Array).toString()) as LiveState
    expect(liveStateSchema.parse(state)).toEqual(state)
    for (const [, text] of TEXTS) pbx.event('QueueMemberStatus', memberStatus(text, text, { PausedReason: text }))
    pbx.store.flush()
    await until(() => heard.some(({ event }) => event === 'diff'))
    expect(diffSchema.safeParse(heard.find(({ event }) => event === 'diff')?.message).success).toBe(true)
  })
})

describe('texts of no reasonable length', () => {
  /** By their bytes. */
  const long = (length: number) => '😀'.repeat(length / 4)

  function expectCut(texts: readonly (string | null)[]): void {
    for (const text of texts) {
      expect(text).toMatch(/^(😀)+…$/u)
      expect(text?.length).toBeLessThanOrEqual(MAX_TEXT)
    }
  }

  test('such as 10 kB in every name leave a record small, and its queue, member and caller together', async () => {
    const { pbx, url } = await pbxWhereAllAreCalled([long(10_000)])
    const cache = browse({ url })
    await until(() => cache.ids('callers').length === 1)
    const [queue] = cache.records('queues')
    expectCut(cache.records('queues').map(({ name }) => name))
    expectCut(cache.records('members').flatMap(({ name, pausedReason }) => [name, pausedReason]))
    expectCut(cache.records('callers').flatMap(({ name, number }) => [name, number]))
    expect([cache.records('members')[0]?.queue, cache.records('callers')[0]?.queue]).toEqual([queue?.id, queue?.id])
    expect(JSON.stringify([...pbx.store.tables.members.values()]).length).toBeLessThan(10 * MAX_TEXT)
  })

  test('such as 1 MB in one name are cut, too', async () => {
    const { pbx, url } = await pbxWhereAllAreCalled(['support'])
    const cache = browse({ url })
    await until(() => cache.ids('callers').length === 1)
    const megabyte = long(1_000_000)
    const paused = memberStatus('support', 'support', { Paused: 1, PausedReason: megabyte })
    const channel = { ...channelHeaders('1795426999.1'), CallerIDName: megabyte }
    pbx.event('QueueMemberPause', paused)
    pbx.event('QueueCallerJoin', { ...channel, Queue: 'support', Position: 2, Count: 2 })
    pbx.store.flush()
    await until(() => cache.ids('callers').length === 2)
    expectCut([cache.records('members')[0]?.pausedReason ?? null, cache.records('callers')[1]?.name ?? null])
  })
})

test('bytes that are no UTF-8 are shown as unknown signs, and the names around them stay', async () => {
  const { pbx, url } = await pbxWhereAllAreCalled(['support'])
  const cache = browse({ url })
  await until(() => cache.ids('members').length === 1)
  const lines = memberStatus('support', 'support', { MemberName: 'A@B', Paused: 1, PausedReason: '@' })
  const text = ['Event: QueueMemberStatus', ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`)]
  const bytes = Buffer.from(`${text.join('\r\n')}\r\n\r\n`)
  // 0xff stands in no UTF-8, and 0xc3 begins a character that does not go on.
  for (let at = bytes.indexOf('@'), first = true; at >= 0; at = bytes.indexOf('@'), first = false) {
    bytes[at] = first ? 0xff : 0xc3
  }
  pbx.connection.push(bytes)
  pbx.store.flush()
  await until(() => cache.records('members')[0]?.name !== 'support')
  expect(cache.records('members')[0]).toMatchObject({ name: 'A\uFFFDB', pausedReason: '\uFFFD' })
})

test('a refusal of 1 MB is no heartbeat of 1 MB', async () => {
  const pbx = new ScriptedPbx()
  pbx.refused.set('QueueStatus', 'no'.repeat(500_000))
  await pbx.load()
  expect(pbx.link.error).toMatch(/^QueueStatus: .*(no)+…$/)
  expect(pbx.link.error?.length).toBeLessThanOrEqual(MAX_TEXT)
})
