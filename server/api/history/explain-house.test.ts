import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUSE_FIGURES } from '@/lib/domain/house-figure'
import type { Family } from '@/lib/domain/live-state'
import type { Role } from '@/lib/domain/rights'
import { aMailbox, anEndpoint, anExtension, aPhoneChannel, PBX } from '@/lib/domain/testing/records'
import { aConference, aParkedCall, aParticipant, aTrunk } from '@/lib/domain/testing/rooms'
import { houseExplanationSchema } from '@/lib/protocol/house-explanation'
import { sampleStore } from '@/server/api/testing/sample-store'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { historyApi, NOW } from './testing/history-api'

const PARTY = { number: '+49 30 5550117', name: 'Tom O’Brien' }

function aHouse() {
  const { tables } = sampleStore()
  const records: readonly (readonly [Family, readonly { id: string }[]])[] = [
    ['extensions', [anExtension('101', { status: 8 })]],
    ['endpoints', [anEndpoint('101'), aTrunk('carrier', { channels: 1 })]],
    ['phoneChannels', [aPhoneChannel('carrier', '1.1', { otherNumber: '+49 30 5550117', since: NOW - 5000 })]],
    ['parkedCalls', [aParkedCall('701', { ...PARTY, parkedAt: NOW - 30_000 })]],
    ['conferences', [aConference('600')]],
    ['participants', [aParticipant('600', 'Eve'), aParticipant('600', 'Tom', { ...PARTY, name: '=1+1' })]],
    ['mailboxes', [aMailbox('101', { newMessages: 2 })]],
  ]
  const all = Object.fromEntries(
    records.map(([family, own]) => [family, new Map(own.map((record) => [record.id, record]))]),
  )
  return { ...tables, ...all } as unknown as typeof tables
}

describe.each(databases)('figures of the house ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const checks = () => [{ pbx: PBX, isLive: true, readAt: NOW - 1000, auditedAt: null, mended: new Map() }]
  const get = (query: string, role: Role = 'admin') =>
    historyApi(test.database, { role, deps: { tables: aHouse(), checks } }).request(`/api/v1/explain/house?${query}`)
  const told = async (...asked: Parameters<typeof get>) =>
    houseExplanationSchema.parse(await (await get(...asked)).json())

  it('are told with what they count, and when that was last read from Asterisk’s lists', async () => {
    const values = HOUSE_FIGURES.map(async (figure) => [figure, (await told(`figure=${figure}`)).value])
    expect(Object.fromEntries(await Promise.all(values))).toMatchObject({
      ...{ parked: 1, rooms: 1, participants: 2, messages: 2, channels: 1 },
      ...{ 'phones.ready': 0, 'phones.ringing': 1 },
    })
    const room = await told(`figure=participants&of=${encodeURIComponent(aConference('600').id)}`)
    expect(room.participants.map(({ room }) => room)).toEqual(['600', '600'])
    expect(room.asterisk).toEqual([{ pbx: PBX, isLive: true, readAt: NOW - 1000 }])
    expect((await told('figure=phones.ringing')).phones).toMatchObject([{ number: '101', name: 'Ana' }])
  })

  it('mask callers as pages do, for whoever may not see numbers', async () => {
    const [parked] = (await told('figure=parked', 'supervisor')).parkedCalls
    expect([parked?.number, parked?.name]).toEqual(['··17', 'Tom O.'])
    const [channel] = (await told('figure=channels', 'supervisor')).channels
    expect([channel?.otherNumber, channel?.trunk]).toEqual(['··17', 'carrier'])
  })

  it('are files, too, that say of which moment they are, and hold no formulas', async () => {
    const file = await get('figure=participants&format=csv')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="participants-2026-11-23T12-00-00Z.csv"')
    const [head, ...lines] = (await file.text()).trimEnd().split('\r\n')
    expect(head).toBe('at,room,number,name,joinedAt,seconds,talking,muted,admin,waiting,pbx')
    expect(lines).toHaveLength(2)
    expect(lines.join()).toContain("'=1+1")
    const heads = HOUSE_FIGURES.map(async (figure) => (await get(`figure=${figure}&format=csv`)).status)
    expect(new Set(await Promise.all(heads))).toEqual(new Set([200]))
    const json = (await (await get('figure=parked&format=json')).text()).trimEnd()
    expect(JSON.parse(json)).toMatchObject({ at: '2026-11-23T12:00:00.000Z', slot: '701', seconds: 30 })
  })

  it('are for those who see history and the part, and refuse what they cannot tell', async () => {
    expect((await get('figure=parked', 'agent')).status).toBe(403)
    expect((await get('figure=parked', 'display')).status).toBe(403)
    for (const wrong of [
      '',
      'figure=waiting',
      'figure=parked&of=x',
      'figure=rooms&of=x',
      'figure=parked&queues=support',
    ])
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 422])
  })
})
