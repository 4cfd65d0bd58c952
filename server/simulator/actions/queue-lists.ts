import type { Header } from '../ami/message'
import type { Pbx } from '../pbx/pbx'
import type { Queue, Visit } from '../pbx/records'
import { memberItem } from '../pbx/snapshots'
import { waitedSeconds } from '../pbx/waiting'
import { type Action, type ActionContext, idHeader, sendList } from './action'

function percent(part: number, whole: number): string {
  return (whole === 0 ? 0 : (100 * part) / whole).toFixed(1)
}

function paramsItem(queue: Queue): Header[] {
  const { completed, abandoned, completedInLevel, abandonedInLevel } = queue
  return [
    ['Event', 'QueueParams'],
    ['Queue', queue.name],
    ['Max', queue.max],
    ['Strategy', queue.strategy],
    ['Calls', queue.waiting.length],
    ['Holdtime', queue.holdTime],
    ['TalkTime', queue.talkTime],
    ['Completed', completed],
    ['Abandoned', abandoned],
    ['ServiceLevel', queue.serviceLevel],
    ['ServicelevelPerf', percent(completedInLevel, completed)],
    ['ServicelevelPerf2', percent(completedInLevel + abandonedInLevel, completed + abandoned)],
    ['Weight', queue.weight],
  ]
}

/** Names are raw here, and what is unknown is called so without brackets. */
function entryItem(pbx: Pbx, visit: Visit, position: number): Header[] {
  const { channel } = visit
  return [
    ['Event', 'QueueEntry'],
    ['Queue', visit.queue.name],
    ['Position', position],
    ['Channel', channel.name],
    ['Uniqueid', channel.uniqueid],
    ['CallerIDNum', channel.caller.number || 'unknown'],
    ['CallerIDName', channel.caller.name || 'unknown'],
    ['ConnectedLineNum', channel.connected.number || 'unknown'],
    ['ConnectedLineName', channel.connected.name || 'unknown'],
    ['Wait', waitedSeconds(pbx, visit)],
    ['Priority', visit.priority],
  ]
}

function wanted(context: ActionContext): Queue[] {
  const name = context.request.get('Queue').toLowerCase()
  return [...context.pbx.queues.values()].filter((queue) => name === '' || queue.name.toLowerCase() === name)
}

function queueStatus(context: ActionContext): void {
  const { pbx, request } = context
  const memberFilter = request.get('Member').toLowerCase()
  const items = wanted(context).flatMap((queue) => {
    const members = queue.members.filter(({ interface: name }) => !memberFilter || name.toLowerCase() === memberFilter)
    return [
      paramsItem(queue),
      ...members.map((member): Header[] => [['Event', 'QueueMember'], ...memberItem(member)]),
      ...queue.waiting.map((visit, index) => entryItem(pbx, visit, index + 1)),
    ]
  })
  sendList(context, {
    message: 'Queue status will follow',
    items: items.map((item) => [...item, ...idHeader(request)]),
    complete: 'QueueStatusComplete',
  })
}

function queueSummary(context: ActionContext): void {
  const { pbx, request } = context
  const items = wanted(context).map((queue): Header[] => {
    const loggedIn = queue.members.filter(({ phone }) => phone.state !== 'UNAVAILABLE' && phone.state !== 'INVALID')
    const available = loggedIn.filter(({ phone, paused }) => phone.state === 'NOT_INUSE' && !paused)
    const longest = Math.max(0, ...queue.waiting.map((visit) => waitedSeconds(pbx, visit)))
    return [
      ['Event', 'QueueSummary'],
      ['Queue', queue.name],
      ['LoggedIn', loggedIn.length],
      ['Available', available.length],
      ['Callers', queue.waiting.length],
      ['HoldTime', queue.holdTime],
      ['TalkTime', queue.talkTime],
      ['LongestHoldTime', longest],
      ...idHeader(request),
    ]
  })
  sendList(context, { message: 'Queue summary will follow', items, complete: 'QueueSummaryComplete' })
}

export const QUEUE_LIST_ACTIONS: readonly Action[] = [
  { name: 'QueueStatus', synopsis: 'Show queue status.', run: queueStatus },
  { name: 'QueueSummary', synopsis: 'Show queue summary.', run: queueSummary },
]
