import type { ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fill } from './folder'
import { freePort } from './ports'
import { end, spawnInRoot } from './root'

/** As good as for ever, in ms: longer than any test. */
const FOR_EVER = 3_600_000

/** What the phones of `etc/pjsip.conf` do: ring so long, then talk so long. */
const MOODS = {
  TALKS: { RING: 300, TALK: FOR_EVER },
  RINGS: { RING: FOR_EVER, TALK: FOR_EVER },
  SHORT: { RING: 300, TALK: 2_000 },
}

export type CallOptions = {
  /** Name of a queue, `support*5` for one with priority 5, or an extension of the dial plan's `from-carrier`. */
  queue: string
  name: string
  number: string
  /** Seconds after which the caller hangs up; without it the caller stays until told. */
  hangUpAfter?: number
}

/** One caller on the line. */
export type Call = {
  /** Hangs up as a caller does, and waits until it is done. */
  hangUp(): Promise<void>
  /** Vanishes without a word to Asterisk. */
  abort(): Promise<void>
}

/** Starts one SIPp per mood; `ports` goes into `pjsip.conf`. */
export async function startPhones(root: string, folder: string) {
  const ports: Record<string, number> = {}
  const phones: ChildProcess[] = []
  for (const [mood, times] of Object.entries(MOODS)) {
    const scenario = writeScenario(root, folder, 'phone', mood, times)
    const port = await freePort()
    ports[mood] = port
    phones.push(spawnSipp(root, folder, [...listenOn(port, await freePort()), '-sf', scenario]))
  }
  return { ports, stop: async () => void (await Promise.all(phones.map((phone) => end(phone, 'SIGKILL')))) }
}

/** Places one call with the given caller; returns when SIPp runs. */
export async function placeCall(root: string, folder: string, sip: number, options: CallOptions): Promise<Call> {
  const stay = options.hangUpAfter === undefined ? FOR_EVER : options.hangUpAfter * 1000
  const scenario = writeScenario(root, folder, 'caller', String(stay), { STAY: stay })
  const keys = ['queue', 'name', 'number'] as const
  const given = keys.flatMap((key) => ['-key', key, options[key]])
  const ports = listenOn(await freePort(), await freePort())
  const caller = spawnSipp(root, folder, [...ports, '-sf', scenario, '-m', '1', ...given, `127.0.0.1:${sip}`])
  return {
    // SIPp's second SIGUSR1 ends its calls by BYE; the first one waits for them to end.
    hangUp: async () => {
      caller.kill('SIGUSR1')
      await end(caller, 'SIGUSR1')
    },
    abort: () => end(caller, 'SIGKILL'),
  }
}

function writeScenario(root: string, folder: string, kind: string, variant: string, values: Record<string, number>) {
  const template = readFileSync(`${root}${folder}/sip/${kind}.xml`, 'utf8')
  writeFileSync(`${root}${folder}/sip/${kind}-${variant}.xml`, fill(template, values))
  return `${kind}-${variant}.xml`
}

function listenOn(port: number, media: number): string[] {
  return ['-i', '127.0.0.1', '-p', String(port), '-mp', String(media)]
}

function spawnSipp(root: string, folder: string, args: string[]) {
  return spawnInRoot(root, '/usr/bin/sipp', [...args, '-nostdin'], `${folder}/sip`)
}
