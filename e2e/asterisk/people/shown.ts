import type { Asterisk } from '../rig/asterisk'
import { parseChannels } from '../truth/channels'
import { parseQueueShow, type ShownMember, type ShownQueue } from '../truth/queue-show'

/** What Asterisk's own console says after an action. */
export async function queueShown(asterisk: Asterisk, name: string): Promise<ShownQueue> {
  const queue = parseQueueShow(await asterisk.cli('queue show')).find((queue) => queue.name === name)
  if (queue === undefined) throw new Error(`queue show tells nothing of ${name}.`)
  return queue
}

/** The member of a queue by its extension; `undefined`: none. */
export async function memberShown(asterisk: Asterisk, queue: string, exten: string): Promise<ShownMember | undefined> {
  return (await queueShown(asterisk, queue)).members.find((member) => member.interface === `PJSIP/${exten}`)
}

/** Queues in which an extension is a member, by name. */
export async function queuesOf(asterisk: Asterisk, exten: string): Promise<string[]> {
  const queues = parseQueueShow(await asterisk.cli('queue show'))
  const among = queues.filter(({ members }) => members.some((one) => one.interface === `PJSIP/${exten}`))
  return among.map(({ name }) => name).toSorted()
}

/** Reasons of an extension's pauses by queue; `null`: it is not paused there. */
export async function pausesOf(asterisk: Asterisk, exten: string): Promise<Record<string, string | null>> {
  const queues = parseQueueShow(await asterisk.cli('queue show'))
  const found = queues.flatMap(({ name, members }) =>
    members
      .filter((member) => member.interface === `PJSIP/${exten}`)
      .map((member) => [name, member.paused ? (member.pausedReason ?? '') : null] as const),
  )
  return Object.fromEntries(found)
}

/** Who talks together, such as `101+122`: phones by extension, callers as `carrier`; through Local channels, too. */
export async function together(asterisk: Asterisk): Promise<string[]> {
  const bridges = new Map<string, string[]>()
  for (const { name, bridge } of await channels(asterisk)) {
    if (bridge !== '') bridges.set(bridge, [...(bridges.get(bridge) ?? []), endpointOf(name)])
  }
  const groups = joined([...bridges.values()])
  const phones = groups.map((names) => names.filter((name) => !name.includes('/')).toSorted())
  return phones
    .filter(({ length }) => length > 1)
    .map((names) => names.join('+'))
    .toSorted()
}

/** The two halves of a Local channel make one of their bridges. */
function joined(bridges: string[][]): string[][] {
  const groups: string[][] = []
  for (const names of bridges) {
    const halves = names.filter((name) => name.startsWith('Local/')).map((name) => name.slice(0, -1))
    const other = groups.find((group) => group.some((name) => halves.includes(name.slice(0, -1))))
    if (other) other.push(...names)
    else groups.push([...names])
  }
  return groups
}

/** The applications that phones' and callers' channels run, such as `carrier Queue`. */
export async function applications(asterisk: Asterisk): Promise<string[]> {
  const phones = (await channels(asterisk)).filter(({ name }) => name.startsWith('PJSIP/'))
  return phones.map(({ name, application }) => `${endpointOf(name)} ${application}`).toSorted()
}

/** Who is parked where, such as `701 carrier`. */
export async function parked(asterisk: Asterisk): Promise<string[]> {
  const shown = await asterisk.cli('parking show default')
  const calls = shown.matchAll(/^ {2}Space +: +(\d+)\n {2}Channel +: +(\S+)$/gm)
  return [...calls].map(([, slot, channel]) => `${slot} ${endpointOf(channel ?? '')}`)
}

/** Channel of an endpoint that has one. */
export async function channelOf(asterisk: Asterisk, endpoint: string): Promise<string> {
  return (await channels(asterisk)).find(({ name }) => endpointOf(name) === endpoint)?.name ?? ''
}

async function channels(asterisk: Asterisk) {
  return parseChannels(await asterisk.cli('core show channels concise'))
}

function endpointOf(channel: string): string {
  return /^PJSIP\/(.+)-\w+$/.exec(channel)?.[1] ?? channel
}
