import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Desk, startDesk } from './desk'
import { createFolder, fill, writeConfiguration } from './folder'
import { freePort } from './ports'
import { type AsteriskVersion, asteriskRoot, end, runInRoot, spawnInRoot } from './root'
import { type Call, type CallOptions, placeCall, startPhones } from './sipp'
import { createCertificates, type TlsFiles } from './tls'

const BOOT_MS = 30_000

/** A running Asterisk of the rig's own, on 127.0.0.1. */
export type Asterisk = {
  version: AsteriskVersion
  /** Ports: AMI over TCP, AMI over TLS, SIP over UDP. */
  ami: number
  tls: number
  sip: number
  certificates: TlsFiles
  desk: Desk
  /** Runs a command of Asterisk's own console: the truth that the tests hold the product against. */
  cli(command: string): Promise<string>
  /** kill -9: nobody is told. */
  kill(): Promise<void>
  /** Starts after `kill`; returns when the process runs, long before Asterisk has booted. */
  start(): void
  booted(): Promise<void>
  /** Text of one of its configuration files, and a new text; Asterisk reads it at its next reload. */
  readConfig(name: string): string
  writeConfig(name: string, text: string): void
  /** What it logged so far (`messages.log`). */
  log(): string
  placeCall(options: CallOptions): Promise<Call>
  /** Ends Asterisk, phones and callers, and removes the instance's folder. */
  stop(): Promise<void>
}

/** Starts one instance with its agents' phones; several run beside each other. */
export async function startAsterisk(version: AsteriskVersion): Promise<Asterisk> {
  const root = await asteriskRoot(version)
  const inside = createFolder(root)
  const folder = `${root}${inside}`
  const certificates = await createCertificates(root, inside)
  const [ami, tls, sip] = [await freePort(), await freePort(), await freePort()]
  const phones = await startPhones(root, inside)
  const desk = await startDesk(await freePort())
  writeConfiguration(folder, { DIR: inside, AMI: ami, TLS: tls, SIP: sip, DESK: desk.port, ...phones.ports })

  const conf = `${inside}/etc/asterisk.conf`
  const start = () => spawnInRoot(root, '/usr/sbin/asterisk', ['-f', '-C', conf])
  const cli = (command: string) => runInRoot(root, '/usr/sbin/asterisk', ['-C', conf, '-rx', command])
  let server = start()
  const calls: Call[] = []
  const asterisk: Asterisk = {
    version,
    ami,
    tls,
    sip,
    certificates,
    desk,
    cli,
    kill: () => end(server, 'SIGKILL'),
    start: () => {
      server = start()
    },
    booted: () => waitUntilBooted(cli, () => asterisk.log()),
    readConfig: (name) => readFileSync(`${folder}/etc/${name}`, 'utf8'),
    writeConfig: (name, text) => writeFileSync(`${folder}/etc/${name}`, fill(text, {})),
    log: () => readFileSync(`${folder}/log/messages.log`, 'utf8'),
    placeCall: async (options) => {
      const call = await placeCall(root, inside, sip, options)
      calls.push(call)
      return call
    },
    stop: async () => {
      desk.stop()
      await Promise.all([end(server, 'SIGKILL'), phones.stop(), ...calls.map((call) => call.abort())])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await asterisk.booted()
  return asterisk
}

async function waitUntilBooted(cli: Asterisk['cli'], log: () => string): Promise<void> {
  const deadline = Date.now() + BOOT_MS
  while (Date.now() < deadline) {
    // Until its control socket is there the command fails at once; from then on it waits by itself.
    if (
      await cli('core waitfullybooted').then(
        () => true,
        () => false,
      )
    )
      return
    await pause(50)
  }
  throw new Error(`Asterisk did not boot within ${BOOT_MS} ms. It said:\n${log()}`)
}
