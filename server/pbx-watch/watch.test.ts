import { beforeEach, expect, test } from 'vitest'
import type { LinkHealth } from '@/lib/domain/link'
import { aLink, PBX } from '@/lib/domain/testing/records'
import { AmiError } from '@/server/ami/ami-error'
import { EventCensus } from '@/server/ami/event-census'
import { readOne } from '@/server/ami/testing/read-messages'
import type { AmiAction, AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from '@/server/events/pbx-event'
import { FixedClock } from '@/server/testing/fixed-clock'
import { PbxWatch } from './watch'

/** A PBX in memory, as the watch sees it. */
class Lab {
  readonly clock = new FixedClock()
  readonly asked: string[] = []
  refused = new Set<string>()
  loaded = new Set(['app_queue', 'res_parking'])
  stats = { resyncs: 1, missing: ['VoicemailUsersList'], clockAheadMs: 0, auditDifferences: {}, audits: 3 }
  private link: LinkHealth = aLink({ since: this.clock.now(), liveSince: this.clock.now() })
  private tell: (link: LinkHealth) => void = () => {}
  private say: (event: PbxEvent) => void = () => {}
  readonly watch = new PbxWatch({
    door: {
      pbx: PBX,
      isLive: true,
      offers: (action) => !this.refused.has(action),
      send: (action) => this.answer(action),
      onEvent: (listener) => {
        this.say = listener
        return () => {}
      },
    },
    store: {
      links: new Map([[PBX, this.link]]),
      onLink: (listener) => {
        this.tell = listener
        return () => {}
      },
    },
    session: { stats: () => this.stats },
    census: new EventCensus(),
    clock: this.clock,
  })

  enter(fields: Partial<LinkHealth>): void {
    this.link = { ...this.link, since: this.clock.now(), ...fields }
    this.tell(this.link)
  }

  hear(event: PbxEvent): void {
    this.say(event)
  }

  private async answer({ action, headers }: AmiAction): Promise<AmiMessage> {
    const module = String(headers?.Module ?? '')
    this.asked.push(`${action} ${module}`.trim())
    if (action === 'ModuleCheck' && !this.loaded.has(module)) throw new AmiError('rejected', 'Module not loaded')
    return readOne(
      [
        ...['Response: Success', 'CoreStartupDate: 2026-11-26', 'CoreStartupTime: 08:00:00'],
        ...['CoreReloadDate: 2026-11-26', 'CoreReloadTime: 09:30:00', 'CoreCurrentCalls: 7'],
        ...['CoreProcessedCalls: 1204', 'CoreMaxCalls: 0', '', ''],
      ].join('\r\n'),
    )
  }
}

let lab: Lab
const turns = async () => (await lab.watch.status()).history.map(({ what, detail }) => [what, detail])
const booted = (uptimeSeconds: number | null): PbxEvent => ({ type: 'booted', at: lab.clock.now(), uptimeSeconds })

beforeEach(() => {
  lab = new Lab()
})

test('uptime is from the greeting, the last reload from how far the two are apart in Asterisk’s own zone', async () => {
  lab.hear(booted(7200))
  const { run } = await lab.watch.status()
  const startedAt = lab.clock.now() - 7_200_000
  expect(run).toEqual({
    ...{ startedAt, startedTold: '2026-11-26 08:00:00' },
    ...{ reloadedAt: startedAt + 5_400_000, reloadedTold: '2026-11-26 09:30:00' },
    ...{ calls: 7, callsProcessed: 1204, maxCalls: 0 },
  })
})

test('without a greeting the moment is as Asterisk’s own clock tells it', async () => {
  const { run } = await lab.watch.status()
  expect([run?.startedAt, run?.reloadedAt, run?.startedTold]).toEqual([null, null, '2026-11-26 08:00:00'])
})

test('several who look at once are one question, and a reload is one more', async () => {
  await Promise.all([lab.watch.status(), lab.watch.status()])
  const asked = lab.asked.length
  await lab.watch.status()
  expect(lab.asked.length).toBe(asked)
  lab.hear({ type: 'reloaded', at: lab.clock.now(), module: 'All' })
  await lab.watch.status()
  expect(lab.asked.length).toBe(2 * asked)
})

test('modules are asked for; what brings actions of its own is there when those are offered', async () => {
  lab.refused = new Set(['VoicemailUsersList', 'Parkinglots', 'ParkedCalls'])
  const { modules } = await lab.watch.status()
  const of = (name: string) => modules.find((one) => one.name === name)?.present
  expect([of('app_confbridge'), of('app_voicemail'), of('res_parking'), of('app_chanspy')]).toEqual([
    ...['yes', 'no', 'yes', 'no'],
  ])
  expect(lab.asked).not.toContain('ModuleCheck app_confbridge')
})

test('an account that may not ask is not told of modules that nothing gives away', async () => {
  lab.refused = new Set(['ModuleCheck', 'CoreStatus'])
  const { modules, run } = await lab.watch.status()
  expect([run, modules.find(({ name }) => name === 'app_chanspy')?.present]).toEqual([null, 'notTold'])
  expect(lab.asked).toEqual([])
})

test('the history tells losses with their reason, restarts, reloads and readings anew', async () => {
  lab.hear(booted(7200))
  lab.clock.advance(60_000)
  lab.hear({ type: 'reloaded', at: lab.clock.now(), module: 'app_queue.so' })
  lab.stats = { ...lab.stats, resyncs: 3 }
  lab.clock.advance(10_000)
  lab.enter({ state: 'lost', error: 'read ECONNRESET' })
  lab.clock.advance(5_000)
  lab.hear(booted(2))
  lab.enter({ state: 'live', error: null })
  expect(await turns()).toEqual([
    ['live', null],
    ['restarted', null],
    ['lost', 'read ECONNRESET'],
    ['resynced', null],
    ['reloaded', 'app_queue.so'],
    ['live', null],
  ])
})

test('a restart that Asterisk announced is told once', async () => {
  lab.hear(booted(7200))
  lab.clock.advance(60_000)
  lab.hear({ type: 'shutdown', at: lab.clock.now(), restart: true })
  lab.clock.advance(5_000)
  lab.hear(booted(3))
  expect(await turns()).toEqual([
    ['restarted', null],
    ['live', null],
  ])
})

test('an account without read=system is known by the greeting that does not come', async () => {
  expect((await lab.watch.status()).readsSystem).toBe(null)
  lab.clock.advance(11_000)
  expect((await lab.watch.status()).readsSystem).toBe(false)
  lab.hear(booted(1))
  expect((await lab.watch.status()).readsSystem).toBe(true)
})
