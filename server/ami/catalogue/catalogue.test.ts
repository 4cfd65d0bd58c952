import { expect, test } from 'vitest'
import { catalogueActionSchema } from '@/lib/protocol/admin/catalogue'
import { readOne } from '../testing/read-messages'
import { HARMLESS } from './by-hand/dangers'
import { LISTS } from './by-hand/lists'
import { readCatalogue } from './catalogue'
import { offeredBy } from './offered'

const catalogue = await readCatalogue()
const find = (name: string) => catalogue.find((action) => action.name === name)
const parameter = (place: string) => {
  const [action = '', name = ''] = place.split('.')
  return find(action)?.parameters.find((one) => one.name === name)
}

test('every entry is as the protocol says, once, and in order', () => {
  for (const action of catalogue) catalogueActionSchema.parse(action)
  const names = catalogue.map(({ name }) => name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(names.toSorted())
})

test('actions of every version are there, and say of which', () => {
  const versions = (name: string) => find(name)?.versions
  expect(versions('Originate')).toEqual(['22', '16'])
  expect(versions('PJSIPHangup')).toEqual(['22'])
  for (const gone of ['Monitor', 'StopMonitor', 'ChangeMonitor', 'SIPpeers']) expect(versions(gone)).toEqual(['16'])
  for (const old of ['Queues', 'IAX1peers', 'ZapHangup']) expect(versions(old)).toEqual(['old'])
  for (const unloaded of ['DAHDIShowChannels', 'MeetmeMute', 'MWIGet']) expect(versions(unloaded)).toEqual(['22', '16'])
  expect(parameter('Originate.PreDialGoSub')?.versions).toEqual(['22'])
  expect(parameter('Originate.Codecs')?.versions).toEqual(['22', '16'])
})

test('nothing is missing that people ask for', () => {
  const asked = `Ping Logoff Hangup Status Redirect Originate MailboxStatus MailboxCount Command ExtensionState ExtensionStateList
    AbsoluteTimeout Monitor StopMonitor ChangeMonitor MixMonitor StopMixMonitor MixMonitorMute IAXpeers Queues QueueStatus
    QueueSummary QueueRule QueueLog WaitEvent ListCommands CoreStatus CoreSettings CoreShowChannels CoreShowChannelMap Getvar
    Setvar SendText MessageSend DBGet DBPut DBDel DBGetTree DBDelTree PresenceState Bridge BridgeDestroy BridgeInfo BridgeKick
    BridgeList ConfbridgeKick ConfbridgeList ConfbridgeListRooms ConfbridgeLock ConfbridgeMute ConfbridgeStartRecord
    ConfbridgeStopRecord ConfbridgeUnlock ConfbridgeUnmute PJSIPQualify PJSIPRegister PJSIPUnregister PJSIPHangup
    PJSIPShowEndpoints PJSIPShowContacts ShowDialPlan ModuleCheck Reload LoggerRotate Filter Events UserEvent`
  for (const name of asked.split(/\s+/)) expect(find(name), name).toBeDefined()
})

test('parameters know what they take', () => {
  expect(parameter('Originate.Variable')).toMatchObject({ type: 'variables', repeated: true })
  expect(parameter('Originate.Async')?.type).toBe('boolean')
  expect(parameter('Getvar.Variable')).toMatchObject({ type: 'text', required: true })
  expect(parameter('QueuePause.Queue')).toMatchObject({ type: 'queue', required: false })
  expect(parameter('Login.Secret')?.type).toBe('secret')
  expect(parameter('MuteAudio.Direction')).toMatchObject({ type: 'choice', values: ['in', 'out', 'all'] })
  expect(parameter('MessageSend.Destination')?.type).toBe('text')
  expect(catalogue.flatMap(({ parameters }) => parameters.filter(({ name }) => name === 'ActionID'))).toEqual([])
})

test('a choice has values, and nothing else has', () => {
  for (const { name, parameters } of catalogue)
    for (const one of parameters) expect(one.values.length > 0, `${name}.${one.name}`).toBe(one.type === 'choice')
})

test('lists name their final event', () => {
  expect(find('QueueStatus')?.list).toEqual({
    items: ['QueueParams', 'QueueMember', 'QueueEntry'],
    end: 'QueueStatusComplete',
  })
  expect(find('Ping')?.list).toBeNull()
})

test('nothing that is judged by hand is misspelt', () => {
  const names = new Set(catalogue.map(({ name }) => name))
  for (const name of [...Object.keys(LISTS), ...HARMLESS]) expect(names, name).toContain(name)
})

test('what can harm is marked, and what reading needs by way of a class is no danger', () => {
  expect(find('Hangup')).toMatchObject({ danger: 'harms', dangerousClass: null })
  expect(find('Command')).toMatchObject({ danger: 'harms', dangerousClass: 'command' })
  expect(find('GetConfig')).toMatchObject({ danger: 'none', dangerousClass: 'config' })
  expect(find('ModuleLoad')).toMatchObject({ danger: 'harms', dangerousClass: 'system' })
  expect(find('PJSIPShowEndpoints')).toMatchObject({ danger: 'none', dangerousClass: null })
  expect(find('IAXnetstats'), 'its answer is no message').toBeUndefined()
})

test('only what the PBX offers is shown', () => {
  const answer = readOne('Response: Success\r\nActionID: 1\r\nping: Keepalive. (Priv: <none>)\r\nNoSuch: x\r\n\r\n')
  expect(offeredBy(catalogue, answer).map(({ name }) => name)).toEqual(['Ping'])
})
