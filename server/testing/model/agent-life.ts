import { anyIdleCaller, anyMember, type Happening, leaveText } from './choices'
import { type ReferencePbx, type RefTalk, snapshot } from './reference-pbx'

export const ring: Happening = (pbx) => {
  const found = anyIdleCaller(pbx)
  const member = found && anyMember(pbx, found.queue)
  if (!member || member.paused || pbx.status(member.interface) !== 1) return
  const { channel } = found.caller
  const agent = pbx.newChannel(member.interface, member.interface.slice(6), member.name, 5, channel.linkedid)
  const talk: RefTalk = { caller: channel, agent, interface: member.interface, queue: member.queue, talking: false }
  pbx.talks.push(talk)
  pbx.emit('AgentCalled', { ...agentHeaders(talk), MemberName: member.name })
  pbx.emit('DialBegin', { ...snapshot(channel), ...snapshot(agent, 'Dest'), DialString: member.interface.slice(6) })
  pbx.tell(...pbx.statusTexts(member.interface))
}

function agentHeaders({ caller, agent, queue, interface: phone }: RefTalk) {
  return { ...snapshot(caller), ...snapshot(agent, 'Dest'), Queue: queue ?? '', Interface: phone }
}

export const answer: Happening = (pbx) => {
  const talk = pbx.random.pick(pbx.talks.filter(({ talking }) => !talking))
  if (!talk) return
  pbx.answer(talk.agent)
  if (talk.caller.state !== 6) pbx.answer(talk.caller)
  talk.talking = true
  const bridge = `bridge-${talk.agent.uniqueid}`
  talk.caller.bridge = bridge
  talk.agent.bridge = bridge
  pbx.emit('DialEnd', { ...snapshot(talk.caller), ...snapshot(talk.agent, 'Dest'), DialStatus: 'ANSWER' })
  const status = pbx.statusTexts(talk.interface)
  const early = pbx.random.chance(0.5)
  if (early) pbx.tell(...status)
  if (talk.queue !== null) pbx.tell(...takeFromQueue(pbx, talk))
  for (const channel of pbx.random.shuffle([talk.caller, talk.agent])) {
    const where = { BridgeUniqueid: bridge, BridgeType: 'basic', BridgeTechnology: 'simple_bridge' }
    pbx.emit('BridgeEnter', { ...where, ...snapshot(channel) })
  }
  if (!early) pbx.tell(...status)
}

function takeFromQueue(pbx: ReferencePbx, talk: RefTalk): string[] {
  const queue = pbx.queues.get(talk.queue ?? '')
  const caller = queue?.callers.find(({ channel }) => channel === talk.caller)
  if (!queue || !caller) return []
  const left = leaveText(pbx, queue, caller)
  return [left, pbx.text('AgentConnect', { ...agentHeaders(talk), HoldTime: 1, RingTime: 1 })]
}

export const ringOut: Happening = (pbx) => {
  const talk = pbx.random.pick(pbx.talks.filter(({ talking }) => !talking))
  if (!talk) return
  pbx.talks = pbx.talks.filter((other) => other !== talk)
  if (talk.queue !== null) pbx.emit('AgentRingNoAnswer', { ...agentHeaders(talk), RingTime: 1000 })
  const end = { ...snapshot(talk.caller), ...snapshot(talk.agent, 'Dest'), DialStatus: 'NOANSWER' }
  pbx.emit('DialEnd', end)
  pbx.tell(pbx.hangUp(talk.agent), ...pbx.statusTexts(talk.interface))
  if (talk.queue === null) pbx.tell(pbx.hangUp(talk.caller))
}

export const complete: Happening = (pbx) => {
  const talk = pbx.random.pick(pbx.talks.filter(({ talking }) => talking))
  if (!talk) return
  pbx.talks = pbx.talks.filter((other) => other !== talk)
  pbx.emit('HangupRequest', snapshot(pbx.random.chance(0.5) ? talk.agent : talk.caller))
  const queue = pbx.queues.get(talk.queue ?? '')
  const member = queue?.members.get(talk.interface)
  if (queue) queue.completed += 1
  if (member) Object.assign(member, { callsTaken: member.callsTaken + 1, lastCall: pbx.seconds })
  const leaves = [talk.caller, talk.agent].map((channel) => {
    const text = pbx.text('BridgeLeave', { BridgeUniqueid: channel.bridge ?? '', ...snapshot(channel) })
    return [text, pbx.hangUp(channel)]
  })
  const report = queue ? [pbx.text('AgentComplete', { ...agentHeaders(talk), TalkTime: 1, Reason: 'caller' })] : []
  pbx.tell(...pbx.random.shuffle([report, ...leaves, pbx.statusTexts(talk.interface)]).flat())
}

export const callInside: Happening = (pbx) => {
  const phone = `PJSIP/10${1 + pbx.random.below(6)}`
  if (pbx.status(phone) !== 1) return
  const caller = pbx.newChannel('PJSIP/200', '200', 'Front desk', 4)
  const agent = pbx.newChannel(phone, phone.slice(6), 'Agent', 5, caller.linkedid)
  pbx.talks.push({ caller, agent, interface: phone, queue: null, talking: false })
  pbx.emit('DialBegin', { ...snapshot(caller), ...snapshot(agent, 'Dest'), DialString: phone.slice(6) })
  pbx.tell(...pbx.statusTexts(phone))
}
