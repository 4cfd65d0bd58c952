import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { type Desk, startDesk } from './desk'
import { createFolder, fill, writeConfiguration } from './folder'
import { layMessage, type Message } from './mailbox'
import { freePort } from './ports'
import { type AsteriskVersion, asteriskRoot } from './root'
import { type Server, startServer } from './server'
import { type Call, type CallOptions, placeCall, startPhones } from './sipp'
import { giveCertificates, type TlsFiles } from './tls'

/** A running Asterisk of the rig's own, on 127.0.0.1. */
export type Asterisk = Server & {
  version: AsteriskVersion
  /** Its folder, and the same as it sees it itself. */
  folder: string
  inside: string
  /** Ports: AMI over TCP and TLS, HTTP, HTTPS, SIP over UDP. */
  ami: number
  tls: number
  http: number
  https: number
  sip: number
  certificates: TlsFiles
  desk: Desk
  /** The other end of the trunk and of the IAX peer; `null` unless asked for: both are down then. */
  far: Server | null
  /** Text of one of its configuration files, and a new text; Asterisk reads it at its next reload. */
  readConfig(name: string): string
  writeConfig(name: string, text: string): void
  placeCall(options: CallOptions): Promise<Call>
  /** Lays a message into mailbox 101 or 102; seen within a second (22 only: 16 has no voicemail here). */
  layMessage(mailbox: string, message: Message): void
  /** Ends Asterisk, phones and callers, and removes the instance's folder. */
  stop(): Promise<void>
}

export type AsteriskOptions = {
  /** Starts a second Asterisk, of the same version, to which the first registers by SIP and by IAX. */
  far?: boolean
}

/** Starts one instance with its agents' phones; several run beside each other. */
export async function startAsterisk(version: AsteriskVersion, options: AsteriskOptions = {}): Promise<Asterisk> {
  const root = await asteriskRoot(version)
  const inside = createFolder(root)
  const folder = `${root}${inside}`
  const certificates = await giveCertificates(root, inside)
  const [ami, tls, sip] = [await freePort(), await freePort(), await freePort()]
  const [http, https] = [await freePort(), await freePort()]
  const ports = { AMI: ami, TLS: tls, HTTP: http, HTTPS: https, SIP: sip, IAX: await freePort() }
  const farPorts = { FAR: await freePort(), FARIAX: await freePort() }
  const far = options.far ? startFar(root, farPorts) : null
  const phones = await startPhones(root, inside)
  const desk = await startDesk(await freePort())
  writeConfiguration(folder, { DIR: inside, ...ports, ...farPorts, DESK: desk.port, ...phones.ports })

  const server = startServer(root, inside)
  const calls: Call[] = []
  const asterisk: Asterisk = {
    ...server,
    ...{ version, folder, inside, ami, tls, http, https, sip, certificates, desk, far },
    readConfig: (name) => readFileSync(`${folder}/etc/${name}`, 'utf8'),
    writeConfig: (name, text) => writeFileSync(`${folder}/etc/${name}`, fill(text, {})),
    placeCall: async (options) => {
      const call = await placeCall(root, inside, sip, options)
      calls.push(call)
      return call
    },
    layMessage: (mailbox, message) => layMessage(root, inside, mailbox, message),
    stop: async () => {
      desk.stop()
      await Promise.all([server.kill(), far?.stop(), phones.stop(), ...calls.map((call) => call.abort())])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await Promise.all([asterisk.booted(), far?.booted()])
  await Promise.all([ami, tls, http, https].map((port) => answers(port, asterisk)))
  return asterisk
}

/** Asterisk boots also without a port it could not have; said at once, rather than by a product that never comes live. */
async function answers(port: number, { log }: Server): Promise<void> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch (error) {
    throw new Error(`Asterisk does not listen on port ${port}. It said:\n${log()}`, { cause: error })
  } finally {
    socket.destroy()
  }
}

function startFar(root: string, ports: { FAR: number; FARIAX: number }): Server & { stop(): Promise<void> } {
  const inside = createFolder(root)
  writeConfiguration(`${root}${inside}`, { DIR: inside, ...ports }, 'far')
  const server = startServer(root, inside)
  return {
    ...server,
    async stop() {
      await server.kill()
      rmSync(`${root}${inside}`, { recursive: true, force: true })
    },
  }
}
