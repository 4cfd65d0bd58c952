import { formatTimestamp, type Header } from '../ami/message'
import { type Action, type ActionContext, refuse, succeed } from './action'

const VERSION = '22.10.1'

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** `CoreStartupDate` and `CoreStartupTime` are in the PBX's own zone. */
function dateAndTime(milliseconds: number): [date: string, time: string] {
  const at = new Date(milliseconds)
  const date = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
  return [date, [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(':')]
}

function coreSettings(context: ActionContext): void {
  succeed(
    context,
    ['AMIversion', '11.0.0'],
    ['AsteriskVersion', `${VERSION}~simulated`],
    ['SystemName', ''],
    ['CoreMaxCalls', 0],
    ['CoreMaxLoadAvg', '0.000000'],
    ['CoreRunUser', ''],
    ['CoreRunGroup', ''],
    ['CoreMaxFilehandles', 0],
    ['CoreRealTimeEnabled', 'No'],
    ['CoreCDRenabled', 'Yes'],
    ['CoreHTTPenabled', 'No'],
    ['SoundsSearchCustomDir', 'No'],
  )
}

function coreStatus(context: ActionContext): void {
  const { pbx } = context
  const [date, time] = dateAndTime(pbx.startedAt)
  const [reloadDate, reloadTime] = dateAndTime(pbx.reloadedAt)
  const calls = new Set([...pbx.channels.values()].map((channel) => channel.linkedid)).size
  succeed(
    context,
    ['CoreStartupDate', date],
    ['CoreStartupTime', time],
    ['CoreReloadDate', reloadDate],
    ['CoreReloadTime', reloadTime],
    ['CoreCurrentCalls', calls],
    ['CoreProcessedCalls', pbx.processedCalls],
  )
}

function events(context: ActionContext): void {
  const mask = context.request.get('EventMask')
  if (!mask) {
    refuse(context, 'Invalid event mask')
    return
  }
  context.session.setMask(mask)
  succeed(context, ['Events', context.session.muted ? 'Off' : 'On'])
}

function ping(context: ActionContext): void {
  const timestamp: Header = ['Timestamp', formatTimestamp(Math.floor(context.pbx.now() * 1000))]
  succeed(context, ['Ping', 'Pong'], timestamp)
}

export const CORE_ACTIONS: readonly Action[] = [
  { name: 'CoreSettings', synopsis: 'Show PBX core settings (version etc).', run: coreSettings },
  { name: 'CoreStatus', synopsis: 'Show PBX core status variables.', run: coreStatus },
  { name: 'Events', synopsis: 'Control Event Flow.', run: events },
  { name: 'Ping', synopsis: 'Keepalive command.', run: ping },
]
