import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'
import { type Room, soon } from './room'

/** Ids of the bridges that Asterisk knows, those of the parking lot and of conferences among them. */
async function bridges({ cli }: Room): Promise<string[]> {
  const [, ...lines] = (await cli('bridge show all')).split('\n')
  return lines.flatMap((line) => /^[\w-]{36}/.exec(line)?.[0] ?? [])
}

/** Phone 121 talks with 102: their bridge and both channels. */
async function talk(room: Room) {
  const one = await room.phone('121', { exten: '102' })
  const other = await room.channel('102')
  const bridge = async () => /Bridge ID: ([\w-]{36})/.exec(await room.shown(one))?.[1]
  await soon(bridge).toBeTruthy()
  return { one, other, bridge: (await bridge()) ?? '' }
}

test('BridgeList and BridgeInfo tell who talks with whom', async ({ room }) => {
  const { one, other, bridge } = await talk(room)
  const listed = await room.list(amiAction('BridgeList'))
  const ids = listed.map((item) => item.get('BridgeUniqueid') ?? '')
  expect(ids.toSorted()).toEqual((await bridges(room)).toSorted())
  expect(await room.list(amiAction('BridgeList', { BridgeType: 'no-such-type' }))).toEqual([])
  const channels = async () => {
    const info = await room.list(amiAction('BridgeInfo', { BridgeUniqueid: bridge }))
    return info.map((item) => item.get('Channel')).toSorted()
  }
  await soon(channels).toEqual([one, other].toSorted())
  expect(await room.refusal(amiAction('BridgeInfo', { BridgeUniqueid: 'none' }))).toContain('not found')
})

test('BridgeKick puts one out, BridgeDestroy all', async ({ room }) => {
  const first = await talk(room)
  await room.send(amiAction('BridgeKick', { BridgeUniqueid: first.bridge, Channel: first.other }))
  await soon(room.doings).toBe('')
  const second = await talk(room)
  await room.send(amiAction('BridgeDestroy', { BridgeUniqueid: second.bridge }))
  await soon(room.doings).toBe('')
  expect(await bridges(room)).not.toContain(second.bridge)
})

test('Bridge brings two together who had nothing to do with each other', async ({ room }) => {
  const Channel1 = await room.phone('121', { application: 'Wait', data: '60' })
  const Channel2 = await room.phone('122', { application: 'Wait', data: '60' })
  await room.send(amiAction('Bridge', { Channel1, Channel2, Tone: 'no' }))
  const bridgeOf = async (channel: string) => /Bridge ID: ([\w-]{36})/.exec(await room.shown(channel))?.[1]
  await soon(() => bridgeOf(Channel1)).toBeTruthy()
  await soon(() => bridgeOf(Channel2)).toBe(await bridgeOf(Channel1))
})

test('a technology of bridges is suspended and taken back', async ({ room }) => {
  const BridgeTechnology = 'native_rtp'
  const suspended = async () => {
    const lines = (await room.cli('bridge technology show')).split('\n')
    return /(Yes|No)\s*$/.exec(lines.find((line) => line.startsWith(BridgeTechnology)) ?? '')?.[1]
  }
  const told = async () => {
    const listed = await room.list(amiAction('BridgeTechnologyList'))
    return listed.find((item) => item.get('BridgeTechnology') === BridgeTechnology)?.get('BridgeSuspended')
  }
  await room.send(amiAction('BridgeTechnologySuspend', { BridgeTechnology }))
  expect([await suspended(), await told()]).toEqual(['Yes', 'Yes'])
  await room.send(amiAction('BridgeTechnologyUnsuspend', { BridgeTechnology }))
  expect([await suspended(), await told()]).toEqual(['No', 'No'])
})

test('a caller is parked in a place of one’s choice, listed, and fetched', async ({ room }) => {
  const channel = await room.phone('121', { application: 'Wait', data: '60' })
  const [lot] = await room.list(amiAction('Parkinglots'))
  expect(['Name', 'StartSpace', 'StopSpace', 'Timeout'].map((header) => lot?.get(header))).toEqual([
    ...['default', '701', '720', '600'],
  ])
  expect(await room.cli('parking show default')).toContain('701-720')
  // 16 knows no place of one's choice.
  const place = room.version === '22' ? '707' : '701'
  const where = room.version === '22' ? { ParkingSpace: place } : {}
  await room.send(amiAction('Park', { Channel: channel, Timeout: 60_000, Parkinglot: 'default', ...where }))
  const parked = async () => {
    const listed = await room.list(amiAction('ParkedCalls', { ParkingLot: 'default' }))
    return listed.map((item) => [item.get('ParkeeChannel'), item.get('ParkingSpace')])
  }
  await soon(parked).toEqual([[channel, place]])
  expect(await room.cli('parking show default')).toMatch(new RegExp(`Space *: *${place}`))
  const fetcher = await room.phone('122', { exten: '800' })
  await room.send(amiAction('Redirect', { Channel: fetcher, Context: 'parkedcalls', Exten: place, Priority: 1 }))
  await soon(parked).toEqual([])
})
