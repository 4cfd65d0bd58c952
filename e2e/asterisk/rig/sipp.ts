import type { ChildProcess } from 'node:child_process'
import dgram from 'node:dgram'
import { once } from 'node:events'
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

/** How SIPp ends when another has its port. */
const CANNOT_LISTEN = 254

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
    phones.push(spawnSipp(root, folder, [...listenOn(port), '-sf', scenario]))
  }
  return { ports, stop: async () => void (await Promise.all(phones.map((phone) => end(phone, 'SIGKILL')))) }
}

/** Places one call with the given caller; returns when SIPp runs. */
export async function placeCall(root: string, folder: string, sip: number, options: CallOptions): Promise<Call> {
  const stay = options.hangUpAfter === undefined ? FOR_EVER : options.hangUpAfter * 1000
  const keys = ['queue', 'name', 'number'] as const
  const given = keys.flatMap((key) => ['-key', key, options[key]])
  let port = 0
  let caller: ChildProcess

  async function dial(): Promise<void> {
    port = await freePort()
    // A file of its own: another caller's SIPp may be reading its own right now.
    const scenario = writeScenario(root, folder, 'caller', String(port), { STAY: stay })
    const itself = [...listenOn(port), '-cid_str', callIdOf(port)]
    caller = spawnSipp(root, folder, [...itself, '-sf', scenario, '-m', '1', ...given, `127.0.0.1:${sip}`])
    // Tests beside this one look for ports, too, and one of them was quicker.
    caller.once('exit', (code) => code === CANNOT_LISTEN && void dial())
  }

  await dial()
  return {
    hangUp: async () => {
      const gone = once(caller, 'exit')
      await tellToHangUp(port, callIdOf(port))
      await gone
    },
    abort: () => end(caller, 'SIGKILL'),
  }
}

const callIdOf = (port: number) => `caller-${port}`

/** SIPp can be told nothing but SIP: the caller's scenario takes an INFO within its own dialogue as the wish to hang up. */
async function tellToHangUp(port: number, callId: string): Promise<void> {
  const headers = [
    'Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKrig',
    'From: <sip:rig@127.0.0.1>;tag=rig',
    'CSeq: 1 INFO',
  ]
  const lines = ['INFO sip:rig@127.0.0.1 SIP/2.0', ...headers, 'To: <sip:caller@127.0.0.1>', `Call-ID: ${callId}`]
  const socket = dgram.createSocket('udp4')
  const message = `${lines.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`
  await new Promise((resolve) => socket.send(message, port, '127.0.0.1', resolve))
  socket.close()
}

function writeScenario(root: string, folder: string, kind: string, variant: string, values: Record<string, number>) {
  const template = readFileSync(`${root}${folder}/sip/${kind}.xml`, 'utf8')
  writeFileSync(`${root}${folder}/sip/${kind}-${variant}.xml`, fill(template, values))
  return `${kind}-${variant}.xml`
}

function listenOn(port: number): string[] {
  return ['-i', '127.0.0.1', '-p', String(port), '-cp', String(port + 1), '-mp', String(port + 2)]
}

function spawnSipp(root: string, folder: string, args: string[]) {
  // Its watchdog would end it on a machine that is busy; `-aa` answers the NOTIFY that tells of messages in a mailbox.
  return spawnInRoot(root, '/usr/bin/sipp', [...args, '-aa', '-nostdin', '-watchdog_interval', '0'], {
    cwd: `${folder}/sip`,
  })
}
