import type { DocumentedAction, DocumentedParameter } from '../documented'

const needed = (name: string, about: string): DocumentedParameter => ({ name, required: true, about })
const optional = (name: string, about: string): DocumentedParameter => ({ name, required: false, about })

type Old = Omit<DocumentedAction, 'seeAlso' | 'list' | 'about'> & Partial<Pick<DocumentedAction, 'about' | 'list'>>

const zapChannel = needed('ZapChannel', 'Number of the Zaptel channel.')

/** Actions that were gone before 16, by the documentation of the versions that had them (1.2 to 13). */
const OLD: readonly Old[] = [
  {
    name: 'Queues',
    summary: 'Shows the queues as the console does.',
    about: 'Answers with text that no other action gives. QueueStatus has the same as a list.',
    privileges: [],
    parameters: [],
  },
  {
    name: 'IAX1peers',
    summary: 'Lists peers of IAX version 1.',
    about: 'Only Asterisk 1.2 and before know this protocol.',
    privileges: [],
    parameters: [],
  },
  {
    name: 'AgentCallbackLogin',
    summary: 'Sets an agent as logged in by callback.',
    privileges: ['agent'],
    parameters: [
      needed('Agent', 'Agent to log in.'),
      needed('Exten', 'Extension to use for callback.'),
      optional('Context', 'Context of the extension.'),
      optional('AckCall', 'Whether a call is acknowledged by # when the agent answers.'),
      optional('WrapupTime', 'Seconds after a call before the agent is called again.'),
    ],
  },
  {
    name: 'DataGet',
    summary: 'Retrieves the data API tree.',
    privileges: [],
    parameters: [
      needed('Path', 'Path in the tree.'),
      optional('Search', 'Search condition.'),
      optional('Filter', 'Which nodes are shown.'),
    ],
  },
  {
    name: 'SetCDRUserField',
    summary: 'Sets the user field of a call’s record.',
    privileges: ['call'],
    parameters: [
      needed('Channel', 'Channel whose record is meant.'),
      needed('UserField', 'New value.'),
      optional('Append', 'Adds to the value instead of replacing it.'),
    ],
  },
  {
    name: 'ZapDNDoff',
    summary: 'Switches do not disturb off.',
    privileges: [],
    parameters: [zapChannel],
  },
  { name: 'ZapDNDon', summary: 'Switches do not disturb on.', privileges: [], parameters: [zapChannel] },
  {
    name: 'ZapDialOffhook',
    summary: 'Dials over a Zaptel channel while it is off hook.',
    privileges: [],
    parameters: [zapChannel, needed('Number', 'Digits to dial.')],
  },
  { name: 'ZapHangup', summary: 'Hangs up a Zaptel channel.', privileges: [], parameters: [zapChannel] },
  {
    name: 'ZapRestart',
    summary: 'Restarts all Zaptel channels, ending every call on them.',
    privileges: [],
    parameters: [],
  },
  {
    name: 'ZapShowChannels',
    summary: 'Shows the Zaptel channels.',
    privileges: [],
    parameters: [],
    list: { items: ['ZapShowChannels'], end: 'ZapShowChannelsComplete' },
  },
  { name: 'ZapTransfer', summary: 'Transfers a Zaptel channel.', privileges: [], parameters: [zapChannel] },
]

export const OLD_ACTIONS: readonly DocumentedAction[] = OLD.map((one) => ({
  about: '',
  list: null,
  ...one,
  seeAlso: [],
}))
