import { expect, test } from '@playwright/test'
import { channelField, parseChannels, parseHints } from './channels'
import { parseContacts, parseEndpoints, parseMailboxes, parsePeers, parseRegistrations } from './lines-show'
import { parseQueueShow } from './queue-show'
import { parseParking, parseParticipants, parseRooms } from './rooms-show'

const QUEUE_SHOW = `billing has 1 calls (max 5) in 'ringall' strategy (4s holdtime, 12s talktime), W:5, C:3, A:1, SL:66.7%, SL2:75.0% within 20s
   Members: 
      Ιωάννα Παππά (PJSIP/109) (ringinuse disabled) (Ringing) has taken no calls yet (login was 1 secs ago)
   Callers: 
      1. PJSIP/carrier-00000001 (wait: 61:07, prio: 5)

night has 0 calls (max unlimited) in 'linear' strategy (0s holdtime, 0s talktime), W:0, C:0, A:0, SL:0.0%, SL2:0.0% within 20s
   Members: 
      Kenji (night) from Tokyo (PJSIP/111) with penalty 3 (ringinuse enabled) (dynamic) (in call) (paused:lunch (long): 12:30 was 7 secs ago) (In use) has taken 2 calls (last was 14 secs ago) (login was 0 secs ago)
      Loc (Local/111@internal from PJSIP/111) (ringinuse disabled) (dynamic) (paused was 0 secs ago) (Not in use) has taken no calls yet (login was 0 secs ago)
      PJSIP/106 (ringinuse disabled) (dynamic) (Not in use) has taken no calls yet (login was 0 secs ago)
   No Callers

`

test('queue show: figures of a queue, its members and its callers', () => {
  const [billing] = parseQueueShow(QUEUE_SHOW)
  expect(billing).toMatchObject({
    name: 'billing',
    max: 5,
    strategy: 'ringall',
    holdtime: 4,
    talktime: 12,
    weight: 5,
    completed: 3,
    abandoned: 1,
    serviceLevelPerf: 66.7,
    serviceLevelPerf2: 75,
    serviceLevelSeconds: 20,
    callers: [{ position: 1, channel: 'PJSIP/carrier-00000001', waitSeconds: 3667, priority: 5 }],
  })
  expect(billing?.members).toMatchObject([{ name: 'Ιωάννα Παππά', interface: 'PJSIP/109', state: 'Ringing' }])
})

test('queue show: brackets in names and reasons, foreign state interfaces, members without a name', () => {
  const night = parseQueueShow(QUEUE_SHOW)[1]
  expect(night?.max).toBe(0)
  expect(night?.members).toMatchObject([
    {
      name: 'Kenji (night) from Tokyo',
      interface: 'PJSIP/111',
      penalty: 3,
      ringInUse: true,
      membership: 'dynamic',
      inCall: true,
      paused: true,
      pausedReason: 'lunch (long): 12:30',
      pausedSecondsAgo: 7,
      state: 'In use',
      callsTaken: 2,
      lastCallSecondsAgo: 14,
    },
    { name: 'Loc', interface: 'Local/111@internal', stateInterface: 'PJSIP/111', paused: true, pausedReason: null },
    { name: 'PJSIP/106', interface: 'PJSIP/106', paused: false, inCall: false, callsTaken: 0 },
  ])
})

test('queue show: a line that is not understood is an error, not an omission', () => {
  expect(() => parseQueueShow('   Members: \n      Somebody else\n')).toThrow('not understood')
})

test('channels: fields by place, from both ends', () => {
  const line =
    'PJSIP/carrier-00000000!from-carrier!sales!3!Up!Queue!sales,tT!!,,600!+8190!!!3!1!2ba3fce6!1795417999.0\n\n'
  expect(parseChannels(line)).toMatchObject([
    { name: 'PJSIP/carrier-00000000', state: 'Up', application: 'Queue', bridge: '2ba3fce6', uniqueid: '1795417999.0' },
  ])
})

test('channel: a name with a colon, and none', () => {
  const text = ' -- General --\n      Caller ID: +8190\n Caller ID Name: 佐藤: 健\n Connected Line ID Name: (N/A)\n'
  expect(channelField(text, 'Caller ID Name')).toBe('佐藤: 健')
  expect(channelField(text, 'Connected Line ID Name')).toBeNull()
})

test('hints: the words become the bits of extension states', () => {
  const hint = (exten: string, state: string) =>
    `${exten}@internal        : PJSIP/${exten}             State:${state}         Presence:not_set         Watchers  0`
  expect(
    parseHints([hint('101', 'InUse&Ringing'), hint('112', 'Unavailable'), '- 2 hints registered'].join('\n')),
  ).toEqual(
    new Map([
      ['101@internal', 9],
      ['112@internal', 4],
    ]),
  )
})

test('pjsip show: endpoints, contacts and registrations, headings left out', () => {
  const heading = ' Endpoint:  <Endpoint/CID.....................................>  <State.....>  <Channels.>'
  const endpoints = `${heading}
 Endpoint:  101/101                                              Not in use    0 of inf
      Contact:  101/sip:101@127.0.0.1:19151                b3aa19821e Avail         0.762
 Endpoint:  carrier                                              Unavailable   2 of 4
`
  expect(parseEndpoints(endpoints)).toEqual({
    101: { state: 'Not in use', channels: 0 },
    carrier: { state: 'Unavailable', channels: 2 },
  })
  expect(
    parseContacts(`${endpoints}\n  Contact:  103/sip:103@127.0.0.1:9      ed7dc72de2 Unavail        -nan`),
  ).toEqual({
    '101/sip:101@127.0.0.1:19151': 'Avail',
    '103/sip:103@127.0.0.1:9': 'Unavail',
  })
  const registrations = ` <Registration/ServerURI......>  <Auth....>  <Status.......>
 carrier-reg/sip:127.0.0.1:19151                         carrier                     Registered        (exp. 41s)
 wrong-reg/sip:127.0.0.1:19151                           wrong                       Rejected          (exp. 2988s ago)
`
  expect(parseRegistrations(registrations)).toEqual({ 'carrier-reg': 'Registered', 'wrong-reg': 'Rejected' })
})

test('iax2 show peers and voicemail show users', () => {
  const peers = `Name/Username    Host                 Mask             Port      Status      Description
ghost            (null)           (D)  (null)           (null)    Unmonitored
branch/office    127.0.0.1        (S)  255.255.255.255  19152     OK (1 ms)
2 iax2 peers [1 online, 0 offline, 1 unmonitored]`
  expect(parsePeers(peers)).toEqual({ ghost: 'Unmonitored', branch: 'OK' })
  const users = `Context    Mbox  User                      Zone       NewMsg
default    101   Alice Example                             3
other      900   Others                                    0
3 voicemail users configured.`
  expect(parseMailboxes(users)).toEqual({ '101@default': 3, '900@other': 0 })
})

test('parking show: who stands in which slot, by whom', () => {
  const text = `Parking Lot: default
--------------------------------------------------------------------------
Parking Extension   :  700
Parking Spaces      :  701-720

Parked Calls
------------
  Space               :  701
  Channel             :  PJSIP/101-00000000
  Parker Dial String  :  PJSIP/101

  Space               :  702
  Channel             :  PJSIP/102-00000001
  Parker Dial String  :  PJSIP/103
`
  expect(parseParking(text)).toEqual([
    { slot: '701', channel: 'PJSIP/101-00000000', parkedBy: 'PJSIP/101' },
    { slot: '702', channel: 'PJSIP/102-00000001', parkedBy: 'PJSIP/103' },
  ])
  expect(parseParking('Parked Calls\n------------\n  (none)\n')).toEqual([])
})

test('confbridge list: rooms, and who is in one by the flags', () => {
  const rooms = `Conference Bridge Name           Users  Marked Locked Muted
================================ ====== ====== ====== =====
61234                                 2      1 Yes    No
`
  expect(parseRooms(rooms)).toEqual([{ name: '61234', users: 2, marked: 1, locked: true, muted: false }])
  expect(parseRooms('No active conferences.\n')).toEqual([])
  const people = ` Channel                        Flags  User Profile     Bridge Profile   Menu             CallerID
============================== ====== ================ ================ ================ ================
PJSIP/101-00000000             m      default_user     default_bridge   default_menu     101
PJSIP/102-00000001             AM     adm              default_bridge   default_menu     102
PJSIP/104-00000002                    default_user     default_bridge   default_menu     104
`
  const nobody = { admin: false, marked: false, muted: false, waiting: false }
  expect(parseParticipants(people)).toEqual([
    { ...nobody, channel: 'PJSIP/101-00000000', muted: true },
    { ...nobody, channel: 'PJSIP/102-00000001', admin: true, marked: true },
    { ...nobody, channel: 'PJSIP/104-00000002' },
  ])
})
