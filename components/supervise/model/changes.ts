import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import { type Member, memberStateAt } from '@/lib/domain/member'
import { type Moment, moment } from './moment'
import { partyName } from './parties'

/** What the record itself tells of a call. */
export function momentsOfCall(call: Call): Moment[] {
  const told = [moment(call.startedAt, 'started')]
  if (call.answeredAt !== null) told.push(moment(call.answeredAt, 'answered'))
  if (call.stateSince !== null && call.stateSince !== call.answeredAt) {
    told.push(moment(call.stateSince, call.state, call.parkingSlot, call.queue))
  }
  return told
}

export function momentsOfCaller(caller: Caller): Moment[] {
  return [moment(caller.joinedAt, 'joined', null, caller.queue)]
}

export function momentsOfMember(member: Member, now: number): Moment[] {
  const { state, since } = memberStateAt(member, now)
  const told: Moment[] = []
  if (member.loggedInAt !== null) told.push(moment(member.loggedInAt, 'entered', null, member.queue))
  if (member.lastCallAt !== null) told.push(moment(member.lastCallAt, 'lastCall'))
  if (state === 'paused') told.push(moment(since, 'pausedFor', member.pausedReason))
  else told.push(moment(since, 'state', state))
  return told
}

/** What changed from one record of a call to the next, at `now` (ms). */
export function changesOfCall(before: Call, after: Call | undefined, now: number): Moment[] {
  if (!after) return [moment(now, 'ended')]
  const seen: Moment[] = []
  if (before.state !== after.state) {
    seen.push(moment(after.stateSince ?? now, after.state, after.parkingSlot, after.queue))
  }
  if (before.answeredAt === null && after.answeredAt !== null) seen.push(moment(after.answeredAt, 'answered'))
  const who = partyName(after.to)
  if (who !== null && who !== partyName(before.to)) seen.push(moment(now, 'with', who))
  if (before.queue !== after.queue && after.queue !== null) seen.push(moment(now, 'joined', null, after.queue))
  if (before.recording !== after.recording) seen.push(moment(now, recordingOf(after)))
  return seen
}

function recordingOf({ recording }: Call): Moment['what'] {
  if (recording === null) return 'recordOff'
  return recording === 'on' ? 'recordOn' : 'recordMuted'
}

export function changesOfCaller(before: Caller, after: Caller | undefined, now: number): Moment[] {
  if (!after) return [moment(now, 'left')]
  const seen: Moment[] = []
  if (before.queue !== after.queue) seen.push(moment(now, 'joined', null, after.queue))
  if (before.priority !== after.priority) seen.push(moment(now, 'priority', String(after.priority)))
  if (before.position !== after.position) seen.push(moment(now, 'place', String(after.position)))
  return seen
}

export function changesOfMember(before: Member | undefined, after: Member | undefined, now: number): Moment[] {
  if (!after) return before ? [moment(now, 'leftQueue', null, before.queue)] : []
  if (!before) return [moment(after.loggedInAt ?? now, 'entered', null, after.queue)]
  const seen: Moment[] = []
  const was = memberStateAt(before, now).state
  const { state, since } = memberStateAt(after, now)
  if (was !== state || before.pausedReason !== after.pausedReason) {
    seen.push(
      state === 'paused' ? moment(since ?? now, 'pausedFor', after.pausedReason) : moment(since ?? now, 'state', state),
    )
  }
  if (before.penalty !== after.penalty) seen.push(moment(now, 'penalty', String(after.penalty), after.queue))
  return seen
}
