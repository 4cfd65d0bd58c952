import type { Header } from '../ami/message'
import { extensionStatus, HINT_CONTEXT, hintOf, queueDeviceState } from '../pbx/devices'
import { isLine } from '../pbx/lines'
import { LOT, parkedHeaders } from '../pbx/parking'
import type { Channel } from '../pbx/records'
import { bridgeHeaders, channelHeaders } from '../pbx/snapshots'
import { type Action, type ActionContext, idHeader, refuse, sendList } from './action'

const twoDigits = (value: number) => String(value).padStart(2, '0')

function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map(twoDigits).join(':')
}

function coreShowChannels(context: ActionContext): void {
  const { pbx, request } = context
  const item = (channel: Channel): Header[] => [
    ['Event', 'CoreShowChannel'],
    ...idHeader(request),
    ...channelHeaders(channel),
    ['Application', channel.application],
    ['ApplicationData', channel.data],
    ['Duration', formatDuration(pbx.now() - channel.createdAt)],
    ['BridgeId', channel.bridge?.id ?? ''],
  ]
  const items = [...pbx.channels.values()].map(item)
  sendList(context, { message: 'Channels will follow', items, complete: 'CoreShowChannelsComplete' })
}

function bridgeList(context: ActionContext): void {
  const { pbx, request } = context
  const items = [...pbx.bridges].map((bridge): Header[] => [
    ['Event', 'BridgeListItem'],
    ...idHeader(request),
    ...bridgeHeaders(bridge),
  ])
  sendList(context, { message: 'Bridge listing will follow', items, complete: 'BridgeListComplete' })
}

function extensionStateList(context: ActionContext): void {
  const { pbx, request } = context
  const items = [...pbx.phones.values()].map((phone): Header[] => {
    const { status, text } = extensionStatus(phone.state)
    return [
      ['Event', 'ExtensionStatus'],
      ...idHeader(request),
      ['Exten', phone.extension],
      ['Context', HINT_CONTEXT],
      ['Hint', hintOf(phone)],
      ['Status', status],
      ['StatusText', text],
    ]
  })
  sendList(context, { message: 'Extension Statuses will follow', items, complete: 'ExtensionStateListComplete' })
}

function deviceStateList(context: ActionContext): void {
  const { pbx, request } = context
  const phones = [...pbx.phones.values()].map((phone) => [phone.device, phone.state] as const)
  const queues = [...pbx.queues.values()].map((queue) => [`Queue:${queue.name}`, queueDeviceState(queue)] as const)
  const lines = [...pbx.endpoints.values()]
    .filter((one) => isLine(pbx, one))
    .map(({ device, state }) => [device, state] as const)
  const items = [...phones, ...queues, ...lines].map(([device, state]): Header[] => [
    ['Event', 'DeviceStateChange'],
    ...idHeader(request),
    ['Device', device],
    ['State', state],
  ])
  sendList(context, { message: 'Device State Changes will follow', items, complete: 'DeviceStateListComplete' })
}

function parkedCalls(context: ActionContext): void {
  const { pbx, request } = context
  const lot = request.get('ParkingLot')
  if (lot && lot !== 'default') {
    refuse(context, 'Requested parking lot could not be found.')
    return
  }
  const inOrder = [...pbx.parked].sort(([one], [other]) => Number(one) - Number(other))
  const items = inOrder.map(([slot, parked]): Header[] => [
    ['Event', 'ParkedCall'],
    ...idHeader(request),
    ...channelHeaders(parked.channel, 'Parkee'),
    ...parkedHeaders(pbx, slot, parked),
  ])
  const more: Header[] = [['Total', items.length]]
  sendList(context, { message: 'Parked calls will follow', items, complete: 'ParkedCallsComplete', more })
}

function parkinglots(context: ActionContext): void {
  const item: Header[] = [
    ['Event', 'Parkinglot'],
    ...idHeader(context.request),
    ['Name', LOT.name],
    ['StartSpace', LOT.first],
    ['StopSpace', LOT.last],
    ['Timeout', LOT.seconds],
  ]
  sendList(context, { message: 'Parking lots will follow', items: [item], complete: 'ParkinglotsComplete' })
}

export const LIST_ACTIONS: readonly Action[] = [
  { name: 'BridgeList', synopsis: 'Get a list of bridges in the system.', run: bridgeList },
  { name: 'CoreShowChannels', synopsis: 'List currently active channels.', run: coreShowChannels },
  { name: 'DeviceStateList', synopsis: 'List the current known device states.', run: deviceStateList },
  { name: 'ExtensionStateList', synopsis: 'List the current known extension states.', run: extensionStateList },
  { name: 'ParkedCalls', synopsis: 'List parked calls.', run: parkedCalls },
  { name: 'Parkinglots', synopsis: 'Get a list of parking lots', run: parkinglots },
]
