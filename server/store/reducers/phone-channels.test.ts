import { beforeEach, describe, expect, test } from 'vitest'
import { phoneChannelId } from '@/lib/domain/ids'
import { Scenario } from './testing/scenario'

let pbx: Scenario

beforeEach(() => {
  pbx = new Scenario()
})

function channel(uniqueid: string) {
  return pbx.flush().tables.phoneChannels.get(phoneChannelId(pbx.tables.pbx, uniqueid))
}

describe('who talks to whom', () => {
  test('is told of both phones: one dials, the other rings, then both talk, until they hang up', () => {
    pbx.channel('1', 'PJSIP/101', { state: 4, exten: '102' })
    expect(pbx.talks()).toEqual(['PJSIP/101 dialing 102'])
    pbx.channel('2', 'PJSIP/102', { state: 5, linkedid: '1' }).dial('1', '2')
    expect(pbx.talks()).toEqual(['PJSIP/101 dialing PJSIP/102', 'PJSIP/102 ringing PJSIP/101'])
    pbx.after(5).bridge('b', ['1', '2'])
    expect(pbx.talks()).toEqual(['PJSIP/101 talking PJSIP/102', 'PJSIP/102 talking PJSIP/101'])
    expect(channel('2')).toMatchObject({ since: pbx.now, otherNumber: '101', call: pbx.call().id })
    pbx.hangUp('1', '2')
    expect(pbx.talks()).toEqual([])
  })

  test('moves its beginning only with its state', () => {
    pbx.channel('1', 'PJSIP/101', { state: 4 }).channel('2', 'PJSIP/102', { state: 5, linkedid: '1' }).dial('1', '2')
    const rang = channel('2')?.since
    pbx.after(3).channel('2', 'PJSIP/102', { state: 5, linkedid: '1', connected: { number: '101', name: 'Ann' } })
    expect(channel('2')?.since).toBe(rang)
  })

  test('on hold, both are', () => {
    pbx.channel('1', 'PJSIP/101').channel('2', 'PJSIP/102').bridge('b', ['1', '2'])
    pbx.after(2).tell({ type: 'held', uniqueid: '1' })
    expect(pbx.talks()).toEqual(['PJSIP/101 held PJSIP/102', 'PJSIP/102 held PJSIP/101'])
    expect(channel('2')?.since).toBe(pbx.now)
    pbx.tell({ type: 'unheld', uniqueid: '1' })
    expect(pbx.talks()).toEqual(['PJSIP/101 talking PJSIP/102', 'PJSIP/102 talking PJSIP/101'])
  })

  test('through a Local channel it is the phone behind it', () => {
    pbx.channel('1', 'PJSIP/carrier', { state: 6 })
    for (const [half, id] of ['2', '3'].entries()) {
      pbx.channel(id, 'Local/102@x', { linkedid: '1', name: `Local/102@x-00000001;${half + 1}` })
    }
    pbx.channel('4', 'PJSIP/102', { state: 5, linkedid: '1' }).dial('1', '2').dial('3', '4')
    expect(pbx.talks()).toEqual(['PJSIP/carrier dialing PJSIP/102', 'PJSIP/102 ringing PJSIP/carrier'])
    pbx.bridge('b', ['1', '2']).bridge('c', ['3', '4'])
    expect(pbx.talks()).toEqual(['PJSIP/carrier talking PJSIP/102', 'PJSIP/102 talking PJSIP/carrier'])
  })

  test('who waits in a queue has nobody yet, and the phones that ring for it know whom', () => {
    pbx.queue('support').join('support', '1', 1)
    pbx.channel('2', 'PJSIP/101', { state: 5, linkedid: '1' }).dial('1', '2')
    pbx.channel('3', 'PJSIP/102', { state: 5, linkedid: '1' }).dial('1', '3')
    expect(pbx.talks()).toEqual([
      'PJSIP/carrier talking',
      'PJSIP/101 ringing PJSIP/carrier',
      'PJSIP/102 ringing PJSIP/carrier',
    ])
  })

  test('in a conference everybody talks, to nobody in particular', () => {
    pbx.channel('1', 'PJSIP/101').channel('2', 'PJSIP/102').bridge('c', ['1', '2'], 'conference')
    expect(pbx.talks()).toEqual(['PJSIP/101 talking', 'PJSIP/102 talking'])
  })

  test('who is parked is, since then', () => {
    pbx.channel('1', 'PJSIP/carrier', { state: 6 })
    const space = { lot: 'default', slot: '701', parkedBy: null, timesOutAt: null }
    pbx.tell({ type: 'parked', ...space, channel: pbx.snapshotOf('1'), since: pbx.now - 9000 })
    expect(channel('1')).toMatchObject({ state: 'parked', since: pbx.now - 9000 })
  })

  test('a list shows what is, not since when', () => {
    const listed = { bridge: 'b', seconds: 60 }
    pbx.channel('1', 'PJSIP/101').channel('2', 'PJSIP/102')
    for (const id of ['1', '2']) {
      pbx.tell({ type: 'channelListed', channel: { ...pbx.snapshotOf(id), state: 6 }, ...listed })
    }
    pbx.tell({ type: 'bridgeListed', bridge: 'b', kind: 'call' })
    expect(channel('1')).toMatchObject({ state: 'talking', since: null, otherEndpoint: 'PJSIP/102' })
  })
})
