import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'

type Type = CatalogueParameter['type']

const BY_TYPE = {
  channel: 'Channel Channel1 Channel2 ExtraChannel AnnounceChannel TimeoutChannel',
  bridge: 'BridgeUniqueid',
  queue: 'Queue',
  interface: 'Interface StateInterface',
  extension: 'Exten ExtraExten Extension',
  context: 'Context ExtraContext',
  endpoint: 'Endpoint',
  mailbox: 'Mailbox',
  conference: 'Conference',
  secret: 'Secret',
  number: 'Timeout Penalty Duration SessionNumber NewMessages OldMessages DAHDIChannel ZapChannel WrapupTime',
  boolean:
    'Async EarlyMedia Paused RingInUse AllVariables Recursive Immediate Replace Receive Soft Mix PreserveEffectiveContext AckCall Append',
} as const satisfies Partial<Record<Type, string>>

const TYPE_BY_NAME = new Map(
  Object.entries(BY_TYPE).flatMap(([type, names]) => names.split(' ').map((name) => [name, type as Type] as const)),
)

/** Where the name alone says the wrong thing. */
const TYPE_BY_PLACE: Readonly<Record<string, Type>> = {
  'Hangup.Cause': 'number',
  'Login.Key': 'secret',
  'MessageSend.Variable': 'variables',
  // A dial string: `PJSIP/101`.
  'Originate.Channel': 'interface',
  'Originate.Variable': 'variables',
  'PJSIPNotify.Variable': 'variables',
  'PJSIPNotify.channel': 'channel',
  'QueueChangePriorityCaller.Priority': 'number',
  'QueueLog.Interface': 'text',
  'SIPnotify.Variable': 'variables',
  'SIPnotify.Channel': 'text',
  'SorceryMemoryCacheStaleObject.Reload': 'boolean',
  'VoicemailBoxSummary.Context': 'text',
  'VoicemailBoxSummary.Mailbox': 'text',
  'VoicemailForward.Context': 'text',
  'VoicemailForward.Mailbox': 'text',
  'VoicemailMove.Context': 'text',
  'VoicemailMove.Mailbox': 'text',
  'VoicemailRefresh.Context': 'text',
  'VoicemailRefresh.Mailbox': 'text',
  'VoicemailRemove.Context': 'text',
  'VoicemailRemove.Mailbox': 'text',
  'VoicemailUserStatus.Context': 'text',
  'VoicemailUserStatus.Mailbox': 'text',
}

/** Values that the documentation tells in a sentence only. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'Challenge.AuthType': ['MD5'],
  'Filter.Operation': ['Add'],
  'Login.AuthType': ['plain', 'MD5'],
  'MixMonitorMute.Direction': ['read', 'write', 'both'],
  'MixMonitorMute.State': ['0', '1'],
}

/** Words in a list below them that are examples, not all there is. */
const NO_CHOICES = new Set([
  ...['Events.EventMask', 'Filter.MatchCriteria', 'Login.Events', 'MessageSend.Destination', 'ModuleLoad.Module'],
  ...['PJSIPHangup.Cause', 'UpdateConfig.Options-000000'],
])

/** Named once in the documentation, but may stand several times. */
const REPEATED = new Set(['Originate.Variable', 'MessageSend.Variable', 'PJSIPNotify.Variable', 'SIPnotify.Variable'])

type Judged = Pick<CatalogueParameter, 'type' | 'repeated' | 'values'>

/** What kind of value a parameter takes; its documentation lists the values of a choice below the text, one a line. */
export function judge(action: string, name: string, about: string): Judged {
  const place = `${action}.${name}`
  const values = [...(VALUES[place] ?? (NO_CHOICES.has(place) ? [] : listedValues(about)))]
  const type = TYPE_BY_PLACE[place] ?? TYPE_BY_NAME.get(name)
  if (type === undefined) return { type: values.length > 0 ? 'choice' : 'text', repeated: false, values }
  const repeated = REPEATED.has(place)
  return { type, repeated, values: type === 'choice' ? values : [] }
}

/** `word`, or `word - what it means`. */
const VALUE = /^([A-Za-z][\w-]*)(?: - .+)?$/

function listedValues(about: string): string[] {
  const [, ...lines] = about.split('\n')
  const first = VALUE.exec(about.split('\n')[0] ?? '')
  const found = lines.flatMap((line) => VALUE.exec(line)?.[1] ?? [])
  const all = first === null || lines.length === 0 ? found : [first[1] ?? '', ...found]
  return all.length > 1 ? all : []
}

/** Refused without them, whatever the documentation says. */
const REQUIRED = new Set(['BlindTransfer.Exten', 'CoreShowChannelMap.Channel', 'MixMonitorMute.Direction'])

export function isRequired(action: string, parameter: { name: string; required: boolean }): boolean {
  return parameter.required || REQUIRED.has(`${action}.${parameter.name}`)
}

/** Actions that take headers of any name; the documentation stands for them with a name or two. */
const FURTHER: Readonly<Record<string, RegExp>> = { UserEvent: /^Header[1N]$/, UpdateConfig: /-000000$/ }

export function takesFurtherHeaders(action: string): boolean {
  return FURTHER[action] !== undefined
}

/** Is this name such a stand-in, which nobody would send as it is? */
export function isStandIn(action: string, parameter: string): boolean {
  return FURTHER[action]?.test(parameter) ?? false
}
