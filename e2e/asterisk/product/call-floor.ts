import { randomUUID } from 'node:crypto'
import type { Call } from '@/lib/domain/call'
import { type CommandInput, commandSchema } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import type { Principal } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import { createCallHandlers } from '@/server/commands/calls/handlers'
import { createDialHandlers } from '@/server/commands/dial/handlers'
import { DialLimits } from '@/server/commands/dial/limits'
import type { Handlers } from '@/server/commands/handler'
import { createHouseHandlers } from '@/server/commands/house-handlers'
import { SETTINGS } from '@/server/commands/testing/house'
import { expect } from '../fixtures'
import { type Asterisk, type AsteriskOptions, startAsterisk } from '../rig/asterisk'
import type { AsteriskVersion } from '../rig/root'
import { openRoom } from './command-room'

/** Looks again and again, more often than `expect.poll` does by itself: calls change quickly. */
export function soon<T>(look: () => T | Promise<T>, message = '') {
  return expect.poll(look, { message, intervals: [25, 50, 100] })
}

/** Nobody is stopped for dialling too often, phones ring for as long as it takes to see them ring, and a number is dialled as it is typed. */
const settings = {
  ...SETTINGS,
  dial: {
    ...{ ...SETTINGS.dial, country: null, ringSeconds: 6 },
    ...{ perMinute: 1000, perHour: 1000, perMinuteOverall: 1000, atOnce: 100 },
  },
  routes: { ...SETTINGS.routes, conference: '6{id}@internal', recordingFile: '/tmp/{id}.wav' },
}

/** 123 is given up after two seconds; 140 is a way to 101 on which nobody may transfer. */
const MORE_EXTENSIONS = `
exten => 123,1,Dial(PJSIP/123,2)
exten => 140,1,Dial(PJSIP/101,20)
`

/** An Asterisk with everything between a command and its calls, shared by tests one after the other. */
export async function openFloor(version: AsteriskVersion, options: AsteriskOptions = {}) {
  const asterisk = await startAsterisk(version, options)
  asterisk.writeConfig('extensions.conf', `${asterisk.readConfig('extensions.conf')}${MORE_EXTENSIONS}`)
  await asterisk.cli('dialplan reload')
  const limits = new DialLimits(systemClock, () => settings.dial)
  const ofCalls = { ...createCallHandlers(limits), ...createDialHandlers(limits) }
  const handlers = { ...ofCalls, ...createHouseHandlers(limits) } as unknown as Handlers
  const room = await openRoom(asterisk, { handlers, settings })
  const { calls } = room.store.tables
  /** Waits for such a call. */
  const find = async (isIt: (call: Call) => boolean): Promise<Call> => {
    const look = () => [...calls.values()].find(isIt)
    await soon(look).toBeTruthy()
    return look() as Call
  }
  return {
    ...{ asterisk, room },
    /** Begins it; the receipt goes on by itself. */
    async start(by: Principal, input: CommandInput): Promise<Running> {
      const id = randomUUID()
      await room.commands.run(by, id, commandSchema.parse(input), { address: '127.0.0.1', via: 'page' })
      return new Running(id, () => room.commands.receipt(by.accountId ?? '', id) as Receipt)
    },
    find,
    /** Has one phone call an extension, and waits until they talk. */
    async talk(from: string, exten: string): Promise<{ id: string; from: string; to: string }> {
      await soon(() => calls.size).toBe(0)
      await asterisk.cli(`channel originate PJSIP/${from} extension ${exten}@internal`)
      const call = await find(({ state, from, to }) => state === 'talking' && Boolean(from.channel && to?.channel))
      return { id: call.id, from: call.from.channel ?? '', to: call.to?.channel ?? '' }
    },
    /** Who is there, and in which application, such as `101 AppDial, 121 Dial`; nobody: empty. */
    async channels(): Promise<string> {
      const lines = (await shownChannels(asterisk)).map(({ who, application }) => `${who} ${application}`)
      return lines.toSorted().join(', ')
    },
    /** Who hears whom, such as `101+122`. */
    async bridges(): Promise<string> {
      const groups = new Map<string, string[]>()
      for (const { who, bridge } of await shownChannels(asterisk))
        if (bridge !== '') groups.set(bridge, [...(groups.get(bridge) ?? []), who].toSorted())
      const lines = [...groups.values()].map((group) => group.join('+'))
      return lines.toSorted().join(', ')
    },
    /** The channel of a phone; fails when it has none. */
    async channelOf(exten: string): Promise<Shown> {
      const found = (await shownChannels(asterisk)).find(({ name }) => name.startsWith(`PJSIP/${exten}-`))
      if (!found) throw new Error(`${exten} is not on the phone.`)
      return found
    },
    /** Everybody hangs up. */
    async clear(): Promise<void> {
      await asterisk.cli('channel request hangup all')
      await soon(() => calls.size).toBe(0)
    },
    async close(): Promise<void> {
      await room.close()
      await asterisk.stop()
    },
  }
}

type Shown = { name: string; who: string; application: string; data: string; bridge: string }

/** Asterisk's own word; the fields' order is that of main/cli.c, `CONCISE_FORMAT_STRING`. */
async function shownChannels({ cli }: Asterisk): Promise<Shown[]> {
  const lines = (await cli('core show channels concise')).split('\n').filter((line) => line.includes('!'))
  return lines.map((line) => {
    const [name = '', , , , , application = '', data = ''] = line.split('!')
    // Whatever the data holds, it is counted from the end here.
    const bridge = line.split('!').at(-2) ?? ''
    return { name, who: /^\w+\/(.+)-\w+(?:;\d)?$/.exec(name)?.[1] ?? name, application, data, bridge }
  })
}

/** Does this phone take part, by the call's own word? */
export function isWith(exten: string): (call: Call) => boolean {
  return ({ from, to }) => [from, to].some((party) => party?.channel?.startsWith(`PJSIP/${exten}-`))
}

export type Floor = Awaited<ReturnType<typeof openFloor>>

/** One command that was begun. */
class Running {
  constructor(
    readonly id: string,
    private readonly read: () => Receipt,
  ) {}

  get receipt(): Receipt {
    return this.read()
  }

  /** The way so far, as `sent accepted seen:701`; the length of a call is left out. */
  get way(): string {
    const { steps } = this.receipt
    return steps.map(({ what, detail }) => (detail === null || what === 'ended' ? what : `${what}:${detail}`)).join(' ')
  }

  /** Waits for a station. */
  async reaches(step: string): Promise<void> {
    await soon(() => this.way.split(' '), `the way to ${step}`).toContain(step)
  }

  /** Waits for the end: `done`, or why not. */
  async ends(): Promise<string> {
    await soon(() => this.receipt.state, this.way).not.toBe('underway')
    return this.receipt.reason ?? this.receipt.state
  }
}
