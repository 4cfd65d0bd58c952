import { randomUUID } from 'node:crypto'
import { pbxName } from '@/lib/domain/ids'
import { type CommandInput, commandSchema } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import { type Headers, responseText } from '@/server/testing/model/message-text'
import type { ReceivedAction } from '@/server/testing/model/scripted-connection'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { createCallHandlers } from '../calls/handlers'
import { createCommands } from '../commands'
import { createDialHandlers } from '../dial/handlers'
import { DialLimits } from '../dial/limits'
import type { Handlers } from '../handler'
import { createHouseHandlers } from '../house-handlers'
import { createPbxDoor } from '../pbx-door'
import { SETTINGS, SILENT, somebody } from './house'

const PBX = pbxName('main')
const FROM = { Channel: 'PJSIP/122-00000001', Uniqueid: '1.1', Linkedid: '1.1', CallerIDNum: '122' }
const TO = { Channel: 'PJSIP/101-00000002', Uniqueid: '1.2', Linkedid: '1.1', CallerIDNum: '101' }
export const BRIDGE = { BridgeUniqueid: 'b1', BridgeType: 'basic', BridgeTechnology: 'simple_bridge' }

/** 121 may do everything in the house. */
export const BOSS = somebody('admin', {
  phones: [{ pbx: PBX, interface: 'PJSIP/121', exten: '121', label: null }],
})

/** What is done to calls, at a PBX that offers these actions and says what a test has it say, in that order. */
export async function openScriptedRoom(offers: readonly string[]) {
  const pbx = new ScriptedPbx()
  const { clock, connection, store, session } = pbx
  const door = createPbxDoor({ connection, session, store })
  const settings = { ...SETTINGS, dial: { ...SETTINGS.dial, country: null } }
  const limits = new DialLimits(clock, () => settings.dial)
  const commands = createCommands({
    handlers: {
      ...createCallHandlers(limits),
      ...createDialHandlers(limits),
      ...createHouseHandlers(limits),
    } as unknown as Handlers,
    ...{ store, clock, log: SILENT, settings: { current: settings }, doors: new Map([[PBX, door]]) },
    audit: { write: async (entry) => ({ ...entry, seq: 1, at: clock.now(), hash: '' }) },
    reversions: { add: async () => {}, supersede: async () => {} },
  })
  const room = {
    pbx,
    /** Lets us in, names what it offers, and tells of 122 and 101 who talk. */
    async load(): Promise<void> {
      await pbx.connect()
      const said = Object.fromEntries(offers.map((name) => [name, 'does it']))
      room.accept(await room.sent('ListCommands'), said)
      await pbx.answerAll()
      pbx.event('Newchannel', { ...FROM, ChannelState: 6 })
      pbx.event('Newchannel', { ...TO, ChannelState: 6 })
      pbx.event('DialBegin', { ...FROM, ChannelState: 6, ...dest(TO), DestChannelState: 0 })
      pbx.event('DialEnd', { ...FROM, ...dest(TO), DialStatus: 'ANSWER' })
      room.enters(FROM)
      room.enters(TO)
      store.flush()
    },
    get call(): string {
      return [...store.tables.calls.values()][0]?.id ?? ''
    },
    /** Begins it, and gives its receipt as it stands whenever it is looked at. */
    async begin(input: CommandInput): Promise<() => Receipt> {
      const id = randomUUID()
      await commands.run(BOSS, id, commandSchema.parse(input), { address: '', via: 'page' })
      return () => commands.receipt('admin', id) as Receipt
    },
    /** The next action of this name that the PBX receives. */
    async sent(name: string): Promise<ReceivedAction> {
      for (let turns = 0; turns < 100; turns += 1) {
        const at = connection.received.findIndex(({ action }) => action === name)
        const [found] = at < 0 ? [] : connection.received.splice(at, 1)
        if (found) return found
        await turn()
      }
      throw new Error(`No ${name} was sent.`)
    },
    accept: ({ id }: ReceivedAction, headers: Headers = {}) => connection.receive(responseText(id, headers)),
    enters: (channel: Headers) => pbx.event('BridgeEnter', { ...BRIDGE, ...channel, ChannelState: 6 }),
    leaves: (channel: Headers) => pbx.event('BridgeLeave', { ...BRIDGE, ...channel, ChannelState: 6 }),
  }
  await room.load()
  return room
}

export const [CALLER, CALLED] = [FROM, TO]

/** The same headers as those of the channel that is dialled. */
export function dest(channel: Headers): Headers {
  return prefixed('Dest', channel)
}

export function prefixed(prefix: string, channel: Headers): Headers {
  return Object.fromEntries(Object.entries(channel).map(([name, value]) => [prefix + name, value]))
}

/** Lets promises go on. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The way so far, such as `sent accepted seen:701`. */
export function wayOf({ steps }: Receipt): string {
  return steps.map(({ what, detail }) => (detail === null ? what : `${what}:${detail}`)).join(' ')
}
