import type { EventEmitter } from 'node:events'
import { StringDecoder } from 'node:string_decoder'
import { MessageReader } from '@/server/ami/reader'
import { normalise } from '@/server/events/normalise'
import type { PeerName } from '../peers'
import { catchSocket } from './fake-socket'

/** Something that turns chunks into parsed events and counts them. */
export type Parser = { push(chunk: Buffer): void; events(): number }

export type AmiPeer = Exclude<PeerName, 'immer'>
export const AMI_PEERS: readonly AmiPeer[] = [
  ...(['asterisk-manager', 'asterisk-ami-client', 'asterisk-ami', 'ami-io', 'nami', 'yana'] as const),
]

/** Ours as the product uses it: every message made into one of its events, which reads the headers that matter. */
export function oursNormalised(): Parser & { kept(): number } {
  let events = 0
  let kept = 0
  const reader = new MessageReader({
    onMessage(message) {
      events++
      if (normalise(message, 1_795_000_000_000)) kept++
    },
  })
  return { push: (chunk) => reader.push(chunk), events: () => events, kept: () => kept }
}

/** Ours, with every header of every message read as text, as the peers do whether anyone wants them or not. */
export function ours(dropEvents: Iterable<string> = []): Parser & { characters(): number } {
  let events = 0
  let characters = 0
  const reader = new MessageReader({
    dropEvents,
    onMessage(message) {
      events++
      for (const [name, value] of message.entries()) characters += name.length + value.length
    },
  })
  return { push: (chunk) => reader.push(chunk), events: () => events + reader.dropped, characters: () => characters }
}

type Loose = EventEmitter & Record<string, unknown>
type LooseClass = new (...options: unknown[]) => Loose

/** A fresh parser of a peer, fed where its socket would feed it. What it prints is silenced. */
export function openPeer(name: AmiPeer, peers: NodeJS.Require): Parser {
  const open: Record<AmiPeer, () => Fed> = {
    'asterisk-manager': () => manager(peers),
    'asterisk-ami': () => asteriskAmi(peers),
    'asterisk-ami-client': () => amiClient(peers),
    'ami-io': () => amiIo(peers),
    nami: () => nami(peers),
    yana: () => yana(peers),
  }
  const { push, emitter, event } = open[name]()
  let events = 0
  emitter.on(event, () => events++)
  return { push, events: () => events }
}

type Fed = { push(chunk: Buffer): void; emitter: EventEmitter; event: string }

function manager(peers: NodeJS.Require): Fed {
  const create = peers('asterisk-manager') as (...options: unknown[]) => Loose
  let emitter: Loose | undefined
  const socket = catchSocket(() => {
    emitter = create(5038, '127.0.0.1', 'name', 'secret', true)
  })
  return { push: (chunk) => socket.push(chunk), emitter: emitter as Loose, event: 'managerevent' }
}

function asteriskAmi(peers: NodeJS.Require): Fed {
  const emitter = new (peers('asterisk-ami') as LooseClass)({ ami_encoding: 'utf8' })
  const socket = catchSocket(() => (emitter.connect as () => void).call(emitter))
  return { push: (chunk) => socket.push(chunk), emitter, event: 'ami_data' }
}

function amiClient(peers: NodeJS.Require): Fed {
  const stream = new (peers('asterisk-ami-events-stream') as LooseClass)()
  stream.on('data', () => {})
  return {
    push: (chunk) => (stream.write as (chunk: Buffer) => void).call(stream, chunk),
    emitter: stream,
    event: 'amiEvent',
  }
}

function amiIo(peers: NodeJS.Require): Fed {
  const { Client, SilentLogger } = peers('ami-io') as { Client: LooseClass; SilentLogger: new () => unknown }
  const emitter = new Client({ logger: new SilentLogger() })
  const decoder = new StringDecoder('utf8')
  const split = emitter.splitMessages as (text: string) => void
  return { push: (chunk) => split.call(emitter, decoder.write(chunk)), emitter, event: 'event' }
}

function nami(peers: NodeJS.Require): Fed {
  const silent = { error() {}, warn() {}, info() {}, debug() {} }
  const { Nami } = peers('nami') as { Nami: LooseClass }
  const emitter = new Nami({ logger: silent })
  emitter.received = ''
  const decoder = new StringDecoder('utf8')
  const onData = emitter.onData as (text: string) => void
  return { push: (chunk) => onData.call(emitter, decoder.write(chunk)), emitter, event: 'namiEvent' }
}

function yana(peers: NodeJS.Require): Fed {
  const emitter = new (peers('yana') as LooseClass)({})
  const socket = new (peers('yana/line-socket') as LooseClass)()
  emitter.socket = socket
  ;(emitter._setupMessageBuffering as () => void).call(emitter)
  return { push: (chunk) => void socket.emit('data', chunk), emitter, event: 'event' }
}
