import dgram from 'node:dgram'

/** What the desk's phones do, by the user part of their address. */
const MOODS: Readonly<Record<string, Mood>> = {
  121: { kind: 'answers', afterMs: 400 },
  122: { kind: 'answers', afterMs: 400 },
  123: { kind: 'rings' },
  124: { kind: 'refuses', status: '486 Busy Here' },
  125: { kind: 'refuses', status: '603 Decline' },
  127: { kind: 'answers', afterMs: 400 },
}

type Mood = { kind: 'answers'; afterMs: number } | { kind: 'rings' } | { kind: 'refuses'; status: string }

export type Invite = { user: string; at: number; text: string }

/** Phones of the tests' own, on one port: they say when they were called, and with which headers. */
export type Desk = {
  port: number
  /** Every INVITE so far, the first of each call only. */
  invites: readonly Invite[]
  /** Requests by method and user, such as `CANCEL 123`; those that come by themselves are counted apart. */
  requests: readonly string[]
  /** Texts that came as SIP MESSAGE, within a call (`desk`) or outside (the phone). */
  texts: readonly { user: string; text: string }[]
  /** How often Asterisk asked whether a phone is there (OPTIONS), by user. */
  asked: ReadonlyMap<string, number>
  stop(): void
}

/** Silence in A-law, 20 ms a packet (RFC 3551). */
const PACKET_MS = 20
const SAMPLES = 160

/** SIP over UDP as far as a phone of a test needs it (RFC 3261); answered, it sends silence, or ChanSpy would not end. */
export async function startDesk(port: number): Promise<Desk> {
  const socket = dgram.createSocket('udp4')
  const invites: Invite[] = []
  const requests: string[] = []
  const texts: { user: string; text: string }[] = []
  const asked = new Map<string, number>()
  const ringing = new Map<string, { text: string; timer: NodeJS.Timeout | null }>()
  const talking = new Map<string, NodeJS.Timeout>()
  const media = dgram.createSocket('udp4')
  await new Promise<void>((resolve) => media.bind(port + 2, '127.0.0.1', resolve))
  const send = (text: string, to: number) => socket.send(text, to, '127.0.0.1')

  socket.on('message', (bytes, { port: from }) => {
    const text = bytes.toString()
    const [, method = '', user = ''] = /^([A-Z]+) sip:(\w+)@/.exec(text) ?? []
    if (method === '' || method === 'ACK') return
    if (method === 'OPTIONS') asked.set(user, (asked.get(user) ?? 0) + 1)
    else requests.push(`${method} ${user}`)
    if (method === 'MESSAGE') texts.push({ user, text: text.slice(text.indexOf('\r\n\r\n') + 4) })
    const id = headerOf(text, 'Call-ID')
    if (method === 'INVITE') invited(text, user, id, from)
    else if (method === 'CANCEL') cancelled(text, id, from)
    else {
      if (method === 'BYE') clearInterval(talking.get(id))
      send(answer(text, '200 OK', port), from)
    }
  })

  function invited(text: string, user: string, id: string, from: number): void {
    const isAgain = /^To:.*tag=/im.test(text)
    if (!isAgain) invites.push({ user, at: performance.now(), text })
    const mood = MOODS[user] ?? { kind: 'refuses', status: '404 Not Found' }
    if (isAgain) send(answer(text, '200 OK', port, true), from)
    else if (mood.kind === 'refuses') send(answer(text, mood.status, port), from)
    else {
      send(answer(text, '180 Ringing', port), from)
      const pickUp = () => {
        send(answer(text, '200 OK', port, true), from)
        talk(id, Number(/^m=audio (\d+)/m.exec(text)?.[1]))
      }
      ringing.set(id, { text, timer: mood.kind === 'answers' ? setTimeout(pickUp, mood.afterMs) : null })
    }
  }

  function talk(id: string, to: number): void {
    let packet = 0
    const timer = setInterval(() => {
      const rtp = Buffer.alloc(12 + SAMPLES, 0xd5)
      rtp.writeUInt16BE(0x8008, 0)
      rtp.writeUInt16BE(packet & 0xffff, 2)
      rtp.writeUInt32BE(packet * SAMPLES, 4)
      rtp.writeUInt32BE(port, 8)
      packet += 1
      media.send(rtp, to, '127.0.0.1')
    }, PACKET_MS)
    talking.set(id, timer)
  }

  function cancelled(text: string, id: string, from: number): void {
    const call = ringing.get(id)
    clearTimeout(call?.timer ?? undefined)
    send(answer(text, '200 OK', port), from)
    if (call) send(answer(call.text, '487 Request Terminated', port), from)
  }

  function stop(): void {
    for (const { timer } of ringing.values()) clearTimeout(timer ?? undefined)
    for (const timer of talking.values()) clearInterval(timer)
    socket.close()
    media.close()
  }

  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve))
  return { port, invites, requests, texts, asked, stop }
}

function answer(request: string, status: string, port: number, withSound = false): string {
  const vias = [...request.matchAll(/^Via:.*$/gim)].map(([via]) => via.trim())
  const to = headerOf(request, 'To')
  const sdp = withSound
    ? `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${port + 2} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n`
    : ''
  return [
    `SIP/2.0 ${status}`,
    ...vias,
    `From: ${headerOf(request, 'From')}`,
    `To: ${/tag=/.test(to) ? to : `${to};tag=desk`}`,
    `Call-ID: ${headerOf(request, 'Call-ID')}`,
    `CSeq: ${headerOf(request, 'CSeq')}`,
    `Contact: <sip:desk@127.0.0.1:${port}>`,
    ...(withSound ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${sdp.length}`,
    '',
    sdp,
  ].join('\r\n')
}

function headerOf(text: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(text)?.[1] ?? ''
}
