import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AgentSpan } from '@/lib/domain/time-line'
import { agentSumsListSchema, agentTimelineSchema } from '@/lib/protocol/agents'
import { type LogLine, readLogLine } from '@/server/history/import/log-line'
import { signIn } from '../fixtures/sign-in'
import { expect, test } from './fixtures'
import type { Asterisk } from './rig/asterisk'

const KIM = 'PJSIP/111'
/** AMI does not tell a queue's wrap-up. */
const WRAP_UP_MS = 3_000
/** By how much an event is told before or after the line of the log. */
const APART_MS = 50
const config = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'callboard.yaml')
writeFileSync(config, 'queues: { night: { wrapUp: 3 } }\n')
test.use({ productEnv: { CALLBOARD_CONFIG: config } })

test('an agent’s line of time is what the log of the queues says: log-in, pause, call, wrap-up, log-off', async ({
  asterisk,
  product,
  page,
}) => {
  await signIn(product, page, 'admin')
  const get = async (path: string): Promise<unknown> =>
    (await page.request.get(`${product.url}/api/v1/agents/${path}?queues=night`)).json()
  const states = async () => (await spansOf(get)).map(({ state }) => state)

  await asterisk.cli(`queue add member ${KIM} to night penalty 0 as Kim`)
  await expect.poll(states).toEqual(['ready'])
  await asterisk.cli(`queue pause member ${KIM} queue night reason lunch`)
  await expect.poll(states).toEqual(['ready', 'paused'])
  await asterisk.cli(`queue unpause member ${KIM} queue night`)
  await asterisk.placeCall({ queue: 'night', name: 'Anna', number: '+4930123456' })
  const all = ['ready', 'paused', 'ready', 'ringing', 'onCall', 'wrapUp', 'ready']
  await expect.poll(states, { timeout: 30_000 }).toEqual(all)
  await asterisk.cli(`queue remove member ${KIM} from night`)
  await expect.poll(() => events(asterisk).map(({ event }) => event)).toContain('REMOVEMEMBER')

  const log = new Map(events(asterisk).map((line) => [line.event.replace(/^COMPLETE.*/, 'COMPLETE'), line]))
  await expect
    .poll(async () => (await spansOf(get)).at(-1)?.to)
    .toBeLessThanOrEqual((at(log, 'REMOVEMEMBER') ?? 0) + 1_999)
  const [first, paused, , , onCall, wrapUp, last] = await spansOf(get)
  expect(paused?.reason).toBe(log.get('PAUSE')?.data[0])
  for (const [ours, event] of [
    [first?.from, 'ADDMEMBER'],
    [paused?.from, 'PAUSE'],
    [paused?.to, 'UNPAUSE'],
    [onCall?.from, 'CONNECT'],
    [onCall?.to, 'COMPLETE'],
    [last?.to, 'REMOVEMEMBER'],
  ] as const) {
    expect({ event, late: isAbout(ours, at(log, event)) }).toEqual({ event, late: true })
  }
  expect(isAbout((wrapUp?.to ?? 0) - (wrapUp?.from ?? 0), WRAP_UP_MS)).toBe(true)
  const [kim] = agentSumsListSchema.parse(await get('sums')).items
  expect(kim).toMatchObject({ name: 'Kim', answered: 1, missed: 0, talks: 1, pauses: [{ reason: 'lunch' }] })
})

async function spansOf(get: (path: string) => Promise<unknown>): Promise<AgentSpan[]> {
  return agentTimelineSchema.parse(await get('timeline')).agents[0]?.spans ?? []
}

/** What the log tells of Kim. */
function events(asterisk: Asterisk): LogLine[] {
  const lines = asterisk.log('queue_log').split('\n').map(readLogLine)
  return lines.filter((line) => line !== null && line.agent === 'Kim') as LogLine[]
}

const at = (log: ReadonlyMap<string, LogLine>, event: string) => log.get(event)?.at

/** The log has whole seconds: what is told there of a moment lies up to one before it. */
function isAbout(ours: number | undefined, theirs: number | undefined): boolean {
  if (ours === undefined || theirs === undefined) return false
  return ours - theirs >= -APART_MS && ours - theirs <= 1_000 + APART_MS
}
