import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'
import { type ActionName, checkedAction } from '@/server/ami/catalogue/action'
import { readCatalogue } from '@/server/ami/catalogue/catalogue'
import { offeredBy } from '@/server/ami/catalogue/offered'
import { createAmiConnection } from '@/server/ami/connection'
import type { AmiConnectionOptions } from '@/server/ami/options'
import type { AmiAction, AmiConnection, AmiMessage } from '@/server/ami/types'
import { expect } from '../fixtures'
import { type Asterisk, startAsterisk } from '../rig/asterisk'
import type { AsteriskVersion } from '../rig/root'

/** A session at the PBX, and everything it heard. */
export type Session = { connection: AmiConnection; heard: AmiMessage[] }

/** Looks again and again, more often than `expect.poll` does by itself: calls change quickly. */
export function soon<T>(look: () => T | Promise<T>, message = '') {
  return expect.poll(look, { message, intervals: [25, 50, 100] })
}

/** An Asterisk, and a session with all rights that sends it actions as the catalogue has them. */
export async function openRoom(version: AsteriskVersion) {
  const asterisk = await startAsterisk(version, { far: true })
  const { connection, heard } = await openSession(asterisk)
  const offered = offeredBy(await readCatalogue(), await connection.send({ action: 'ListCommands' }))
  const names = new Set(offered.map(({ name }) => name))
  const channels = async () =>
    (await asterisk.cli('core show channels concise')).split('\n').filter((line) => line !== '')
  return {
    ...{ asterisk, version, connection, cli: asterisk.cli, heard, offered: offered as readonly CatalogueAction[] },
    send: (action: AmiAction) => connection.send(action),
    /** Items and final event of a list, which the catalogue must know as such. */
    async list(action: AmiAction): Promise<AmiMessage[]> {
      const { items, complete } = await connection.list(action)
      const known = offered.find(({ name }) => name === action.action)?.list
      if (known === undefined || known === null) throw new Error(`${action.action} is no list for the catalogue.`)
      expect(complete.name).toBe(known.end)
      for (const item of items) expect(known.items).toContain(item.name)
      return items
    },
    /** Why Asterisk refuses it. */
    refusal: (action: AmiAction) =>
      connection.send(action).then(
        ({ name }) => name,
        (error: Error) => error.message,
      ),
    /** Whether this version has the action; one that has not hides it, and says so when it is sent all the same. */
    async has(name: ActionName): Promise<boolean> {
      if (names.has(name)) return true
      await expect(connection.send({ action: name })).rejects.toMatchObject({ code: 'unknown-action' })
      return false
    },
    /** The event of this name that has these values; waits for it. */
    async event(name: string, values: Record<string, string>): Promise<AmiMessage> {
      const isIt = (message: AmiMessage) =>
        message.name === name && Object.entries(values).every(([header, value]) => message.get(header) === value)
      await soon(() => heard.some(isIt), `the event ${name}`).toBe(true)
      return heard.findLast(isIt) as AmiMessage
    },
    /** Has a phone call an extension, or run an application (`Wait 60`), and waits for its channel to be up. */
    async phone(exten: string, target: { exten: string } | { application: string; data?: string }): Promise<string> {
      const call = 'exten' in target ? { Context: 'internal', Exten: target.exten, Priority: 1 } : applicationOf(target)
      await connection.send(checkedAction('Originate', { Channel: `PJSIP/${exten}`, Async: true, ...call }))
      return await this.channel(exten)
    },
    /** The channel of a phone that answered. */
    async channel(exten: string): Promise<string> {
      const look = async () =>
        (await channels()).map((line) => line.split('!')).find(([name, , , , state]) => isUp(exten, name, state))?.[0]
      await soon(look, `a channel of ${exten}`).toBeTruthy()
      return (await look()) ?? ''
    },
    channels,
    /** What Asterisk says of one channel. */
    shown: (channel: string) => asterisk.cli(`core show channel ${channel}`),
    /** Phone and application of each channel, such as `101 AppDial, 121 Dial`; what a conference has for itself is left out. */
    async doings(): Promise<string> {
      const people = (await channels()).filter((line) => !line.startsWith('CB'))
      const lines = people.map((line) => {
        const [name = '', , , , , application] = line.split('!')
        return `${/^\w+\/(.+)-\w+(?:;\d)?$/.exec(name)?.[1] ?? name} ${application}`
      })
      return lines.toSorted().join(', ')
    },
    async clear(): Promise<void> {
      await asterisk.cli('channel request hangup all')
      await soon(() => channels().then(({ length }) => length)).toBe(0)
    },
    async close(): Promise<void> {
      await connection.close()
      await asterisk.stop()
    },
  }
}

export type Room = Awaited<ReturnType<typeof openRoom>>

/** One more session, by default with all rights and all events. */
export async function openSession(asterisk: Asterisk, options: Partial<AmiConnectionOptions> = {}): Promise<Session> {
  const account = { username: 'admin', secret: 'admin-secret', eventMask: 'on' }
  const connection = createAmiConnection({ host: '127.0.0.1', port: asterisk.ami, ...account, ...options })
  const heard: AmiMessage[] = []
  connection.subscribe({ message: (message) => heard.push(message) })
  connection.start()
  await soon(() => connection.status.state).toBe('ready')
  return { connection, heard }
}

function applicationOf({ application, data }: { application: string; data?: string }) {
  return { Application: application, Data: data }
}

function isUp(exten: string, name: string | undefined, state: string | undefined): boolean {
  return state === 'Up' && (name?.startsWith(`PJSIP/${exten}-`) ?? false)
}
