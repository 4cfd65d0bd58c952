import { describe, expect, it } from 'vitest'
import { NOW } from './testing/records'
import { aRegistration, aTrunk } from './testing/rooms'
import { trunkAlarm, trunksInTrouble } from './trunk-alarm'

describe('a trunk', () => {
  it('is calm while it can be had, is registered and has channels left', () => {
    const trunk = aTrunk('carrier', { channels: 23, maxChannels: 30 })
    expect(trunkAlarm(trunk, [aRegistration('carrier')])).toEqual({ level: 'calm', trouble: null, since: null })
  })

  it('is critical when it does not answer, whatever else is wrong', () => {
    const trunk = aTrunk('carrier', { reach: 'unreachable', reachSince: NOW - 5000, channels: 30, maxChannels: 30 })
    const alarm = trunkAlarm(trunk, [aRegistration('carrier', { state: 'stopped' })])
    expect(alarm).toEqual({ level: 'critical', trouble: 'unreachable', since: NOW - 5000 })
  })

  it('is critical when its provider refuses us, or it does not register with us', () => {
    const refused = trunkAlarm(aTrunk('carrier'), [aRegistration('carrier', { state: 'rejected', since: null })])
    expect(refused).toEqual({ level: 'critical', trouble: 'rejected', since: null })
    expect(trunkAlarm(aTrunk('branch', { reach: 'unregistered' }), []).trouble).toBe('notRegistered')
  })

  it('is in danger from eight of ten channels on, and when somebody ended its registration', () => {
    const room = (channels: number) => trunkAlarm(aTrunk('carrier', { channels, maxChannels: 10 }), [])
    expect([7, 8, 10].map((channels) => room(channels).trouble)).toEqual([null, 'nearlyFull', 'full'])
    expect(room(10).level).toBe('warning')
    expect(trunkAlarm(aTrunk('carrier'), [aRegistration('carrier', { state: 'stopped' })]).level).toBe('warning')
  })

  it('that nobody asks, or of which nothing is known, gives no alarm', () => {
    expect(trunkAlarm(aTrunk('carrier', { reach: 'unmonitored' }), []).level).toBe('calm')
    expect(trunkAlarm(aTrunk('carrier', { reach: 'unknown' }), []).level).toBe('calm')
  })
})

describe('trunks in trouble', () => {
  it('come the worst first, phones left out, registrations of no trunk among them', () => {
    const endpoints = [
      aTrunk('full', { channels: 2, maxChannels: 2 }),
      aTrunk('down', { reach: 'unreachable' }),
      aTrunk('fine'),
      aTrunk('101', { kind: 'phone', reach: 'unreachable' }),
    ]
    const registrations = [aRegistration('fine'), aRegistration('stray', { endpoint: null, state: 'rejected' })]
    expect(trunksInTrouble(endpoints, registrations).map(({ name }) => name)).toEqual(['down', 'stray', 'full'])
  })

  it('a registration of the same name and another technology belongs to another trunk', () => {
    const registrations = [aRegistration('carrier', { technology: 'IAX2', state: 'rejected' })]
    expect(trunksInTrouble([aTrunk('carrier')], registrations)).toMatchObject([{ alarm: { trouble: 'rejected' } }])
  })
})
