import type { Feature } from '@/lib/protocol/admin/pbx'

/**
 * What people see and do, the AMI actions of which one is enough for it, and the write classes of which one gives them
 * (`manager.conf`, `write=`; the first is the one to give). None: any account that may sign in. Classes as ListCommands of
 * Asterisk 22 and 16 tells them.
 */
type Need = { name: string; section: Feature['section']; actions: readonly string[]; classes: readonly string[] }

const need = (
  section: Need['section'],
  name: string,
  actions: string | readonly string[],
  ...classes: readonly string[]
): Need => ({ name, section, actions: typeof actions === 'string' ? [actions] : actions, classes })

export const NEEDS: readonly Need[] = [
  need('queues', 'picture', 'QueueStatus'),
  need('queues', 'agents', 'QueuePause', 'agent'),
  need('queues', 'membership', 'QueueAdd', 'agent'),
  need('queues', 'penalty', 'QueuePenalty', 'agent'),
  need('queues', 'ringInUse', 'QueueMemberRingInUse', 'agent'),
  need('queues', 'priority', 'QueueChangePriorityCaller'),
  need('queues', 'withdraw', 'QueueWithdrawCaller'),
  need('queues', 'queueReset', 'QueueReset'),
  need('queues', 'queueReload', 'QueueReload'),
  need('calls', 'calls', 'CoreShowChannels', 'reporting', 'system'),
  need('calls', 'move', 'Redirect', 'call'),
  need('calls', 'hangUp', 'Hangup', 'call', 'system'),
  need('calls', 'transfer', ['BlindTransfer', 'Redirect'], 'call'),
  need('calls', 'attendedTransfer', 'Atxfer', 'call'),
  need('calls', 'cancelTransfer', 'CancelAtxfer', 'call'),
  need('calls', 'limit', 'AbsoluteTimeout', 'call', 'system'),
  need('calls', 'record', ['MixMonitor', 'Monitor'], 'system'),
  need('calls', 'muteRecording', 'MixMonitorMute', 'call', 'system'),
  need('calls', 'dial', 'Originate', 'originate'),
  need('calls', 'listen', 'Originate', 'originate'),
  need('phones', 'states', 'ExtensionStateList', 'reporting', 'call'),
  need('phones', 'presence', 'PresenceStateList', 'reporting', 'call'),
  need('phones', 'endpoints', 'PJSIPShowEndpoints', 'system'),
  need('phones', 'contacts', 'PJSIPShowContacts', 'system'),
  need('phones', 'pickUp', 'Originate', 'originate'),
  need('phones', 'text', 'MessageSend', 'message'),
  need('phones', 'textInCall', 'SendText', 'call'),
  need('parking', 'lots', 'Parkinglots', 'call'),
  need('parking', 'parked', 'ParkedCalls', 'call'),
  need('parking', 'park', 'Park', 'call'),
  need('parking', 'fetch', 'Originate', 'originate'),
  need('conferences', 'rooms', 'ConfbridgeListRooms', 'reporting'),
  need('conferences', 'muteParticipant', 'ConfbridgeMute', 'call'),
  need('conferences', 'kick', 'ConfbridgeKick', 'call'),
  need('conferences', 'lock', 'ConfbridgeLock', 'call'),
  need('conferences', 'recordConference', 'ConfbridgeStartRecord', 'system'),
  need('conferences', 'invite', 'Originate', 'originate'),
  need('mailboxes', 'mailboxes', 'VoicemailUsersList', 'reporting', 'call'),
  need('mailboxes', 'counts', 'MailboxCount', 'reporting', 'call'),
  need('mailboxes', 'leaveMessage', 'Originate', 'originate'),
  need('trunks', 'registrations', 'PJSIPShowRegistrationsOutbound', 'reporting', 'system'),
  need('trunks', 'iax', 'IAXpeerlist', 'reporting', 'system'),
  need('trunks', 'qualify', 'PJSIPQualify', 'reporting', 'system'),
  need('trunks', 'register', 'PJSIPRegister', 'reporting', 'system'),
  need('pbx', 'status', 'CoreStatus', 'reporting', 'system'),
  need('pbx', 'modules', 'ModuleCheck', 'system'),
]
