/** Write classes as ListCommands of Asterisk 22 names them; what is not here needs none. */
const CLASSES: Readonly<Record<string, string>> = {
  agent: 'QueueAdd QueueMemberRingInUse QueuePause QueuePenalty QueueRemove',
  call: `Atxfer BlindTransfer CancelAtxfer ConfbridgeKick ConfbridgeLock ConfbridgeMute ConfbridgeUnlock ConfbridgeUnmute
    Park ParkedCalls Parkinglots Redirect SendText Setvar`,
  'call,reporting': `DeviceStateList ExtensionStateList Getvar MailboxCount MailboxStatus PresenceState PresenceStateList
    VoicemailUsersList`,
  message: 'MessageSend',
  originate: 'Originate',
  reporting: 'ConfbridgeList ConfbridgeListRooms',
  system: `ConfbridgeStartRecord ConfbridgeStopRecord MixMonitor ModuleCheck PJSIPShowAors PJSIPShowContacts PJSIPShowEndpoint
    PJSIPShowEndpoints`,
  'system,call': 'AbsoluteTimeout Hangup MixMonitorMute StopMixMonitor',
  'system,config': 'Reload',
  'system,reporting': `CoreSettings CoreShowChannels CoreStatus IAXpeerlist IAXpeers IAXregistry LoggerRotate PJSIPQualify
    PJSIPRegister PJSIPShowRegistrationsOutbound PJSIPUnregister`,
}

const BY_ACTION = new Map(
  Object.entries(CLASSES).flatMap(([classes, actions]) =>
    actions.split(/\s+/).map((action) => [action, `${classes},all`] as const),
  ),
)

/** `system,reporting,all`, or `<none>`. */
export function privilegesOf(action: string): string {
  return BY_ACTION.get(action) ?? '<none>'
}
