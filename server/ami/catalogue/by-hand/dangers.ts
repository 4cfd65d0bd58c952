import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'

type Danger = CatalogueAction['danger']

const named = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))

/** They only read, or speak to nobody but ourselves. */
export const HARMLESS = named(`
  Agents BridgeInfo BridgeList BridgeTechnologyList Challenge ConfbridgeList ConfbridgeListRooms CoreSettings
  CoreShowChannelMap CoreShowChannels CoreStatus DAHDIShowChannels DAHDIShowStatus DBGet DBGetTree DataGet DeviceStateList Events
  ExtensionState ExtensionStateList FAXSession FAXSessions FAXStats Filter GetConfig GetConfigJSON Getvar IAX1peers
  IAXpeerlist IAXpeers IAXregistry ListCategories ListCommands Login Logoff MWIGet MailboxCount MailboxStatus MeetmeList
  MeetmeListRooms ModuleCheck PJSIPQualify PJSIPShowAors PJSIPShowAuths PJSIPShowContacts PJSIPShowEndpoint
  PJSIPShowEndpoints PJSIPShowMaintenance PJSIPShowRegistrationInboundContactStatuses PJSIPShowRegistrationsInbound
  PJSIPShowRegistrationsOutbound PJSIPShowResourceLists PJSIPShowSubscriptionsInbound PJSIPShowSubscriptionsOutbound
  PRIShowSpans ParkedCalls Parkinglots Ping PresenceState PresenceStateList QueueRule QueueStatus QueueSummary Queues
  SIPpeers SIPpeerstatus SIPqualifypeer SIPshowpeer SIPshowregistry SKINNYdevices SKINNYlines SKINNYshowdevice
  SKINNYshowline ShowDialPlan Status VoicemailBoxSummary VoicemailUserStatus VoicemailUsersList WaitEvent ZapShowChannels
`)

/** They end calls, lose what was stored or counted, put something out of service, or run whatever they are given. */
const HARMS = named(`
  AGI AbsoluteTimeout AgentLogoff BridgeDestroy BridgeKick BridgeTechnologySuspend Command ConfbridgeKick CreateConfig
  DAHDIHangup DAHDIRestart DBDel DBDelTree DialplanExtensionRemove Hangup LoggerRotate MWIDelete ModuleLoad PJSIPHangup
  PJSIPSetMaintenance PJSIPUnregister QueueReset QueueWithdrawCaller Reload SorceryMemoryCacheExpire
  SorceryMemoryCacheExpireObject UpdateConfig VoicemailRemove ZapHangup ZapRestart
`)

/** What is not named changes something: an action that nobody has judged yet is not taken for harmless. */
export function dangerOf(name: string): Danger {
  if (HARMLESS.has(name)) return 'none'
  return HARMS.has(name) ? 'harms' : 'changes'
}

/** Never to be sent: the answer is text without a frame, glued to whatever comes next (channels/chan_iax2.c, `manager_iax2_show_netstats`). */
export const NEVER_SENT = named('IAXnetstats')
