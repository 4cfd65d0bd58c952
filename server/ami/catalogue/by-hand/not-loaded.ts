import type { DocumentedAction } from '../documented'

type NotLoaded = DocumentedAction & { versions: readonly ('16' | '22')[] }

/**
 * Actions of modules that Debian does not build or that need a device, in the words of core-en_US.xml, which comes with Asterisk;
 * privileges by their sources.
 */
export const NOT_LOADED: readonly NotLoaded[] = [
  {
    name: 'DAHDIDNDoff',
    versions: ['22', '16'],
    summary: 'Toggle DAHDI channel Do Not Disturb status OFF.',
    about: 'Equivalent to the CLI command "dahdi set dnd channel off".\nFeature only supported by analog channels.',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: true,
        about: 'DAHDI channel number to set DND off.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIDNDon',
    versions: ['22', '16'],
    summary: 'Toggle DAHDI channel Do Not Disturb status ON.',
    about: 'Equivalent to the CLI command "dahdi set dnd channel on".\nFeature only supported by analog channels.',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: true,
        about: 'DAHDI channel number to set DND on.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIDialOffhook',
    versions: ['22', '16'],
    summary: 'Dial over DAHDI channel while offhook.',
    about: 'Generate DTMF control frames to the bridged peer.',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: true,
        about: 'DAHDI channel number to dial digits.',
      },
      {
        name: 'Number',
        required: true,
        about: 'Digits to dial.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIHangup',
    versions: ['22', '16'],
    summary: 'Hangup DAHDI Channel.',
    about: 'Simulate an on-hook event by the user connected to the channel.\nValid only for analog channels.',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: true,
        about: 'DAHDI channel number to hangup.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIRestart',
    versions: ['22', '16'],
    summary: 'Fully Restart DAHDI channels (terminates calls).',
    about: 'Equivalent to the CLI command "dahdi restart".',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIShowChannels',
    versions: ['22', '16'],
    summary: 'Show status of DAHDI channels.',
    about: 'Similar to the CLI command "dahdi show channels".',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: false,
        about: 'Specify the specific channel number to show. Show all channels if zero or not present.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDIShowStatus',
    versions: ['22'],
    summary: 'Show status of DAHDI spans.',
    about: 'Similar to the CLI command "dahdi show status".',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DAHDITransfer',
    versions: ['22', '16'],
    summary: 'Transfer DAHDI Channel.',
    about: 'Simulate a flash hook event by the user connected to the channel.\nValid only for analog channels.',
    privileges: [],
    parameters: [
      {
        name: 'DAHDIChannel',
        required: true,
        about: 'DAHDI channel number to transfer.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'JabberSend',
    versions: ['22', '16'],
    summary: 'Sends a message to a Jabber Client.',
    about: 'Sends a message to a Jabber Client.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Jabber',
        required: true,
        about: 'Client or transport Asterisk uses to connect to JABBER.',
      },
      {
        name: 'JID',
        required: true,
        about: 'XMPP/Jabber JID (Name) of recipient.',
      },
      {
        name: 'Message',
        required: true,
        about: 'Message to be sent to the buddy.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MWIDelete',
    versions: ['22', '16'],
    summary: 'Delete selected mailboxes.',
    about: 'Delete the specified mailboxes.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Mailbox',
        required: true,
        about:
          'Mailbox ID in the form of /regex/ for all mailboxes matching the regular expression. Otherwise it is for a specific mailbox.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MWIGet',
    versions: ['22', '16'],
    summary: 'Get selected mailboxes with message counts.',
    about: 'Get a list of mailboxes with their message counts.',
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Mailbox',
        required: true,
        about:
          'Mailbox ID in the form of /regex/ for all mailboxes matching the regular expression. Otherwise it is for a specific mailbox.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MWIUpdate',
    versions: ['22', '16'],
    summary: 'Update the mailbox message counts.',
    about: 'Update the mailbox message counts.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Mailbox',
        required: true,
        about: 'Specific mailbox ID.',
      },
      {
        name: 'OldMessages',
        required: false,
        about: 'The number of old messages in the mailbox. Defaults to zero if missing.',
      },
      {
        name: 'NewMessages',
        required: false,
        about: 'The number of new messages in the mailbox. Defaults to zero if missing.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MeetmeList',
    versions: ['22', '16'],
    summary: 'List participants in a conference.',
    about:
      'Lists all users in a particular MeetMe conference. MeetmeList will follow as separate events, followed by a final event called MeetmeListComplete.',
    privileges: ['reporting'],
    parameters: [
      {
        name: 'Conference',
        required: false,
        about: 'Conference number.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MeetmeListRooms',
    versions: ['22', '16'],
    summary: 'List active conferences.',
    about:
      'Lists data about all active conferences. MeetmeListRooms will follow as separate events, followed by a final event called MeetmeListRoomsComplete.',
    privileges: ['reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MeetmeMute',
    versions: ['22', '16'],
    summary: 'Mute a Meetme user.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Meetme',
        required: true,
        about: '',
      },
      {
        name: 'Usernum',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MeetmeUnmute',
    versions: ['22', '16'],
    summary: 'Unmute a Meetme user.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Meetme',
        required: true,
        about: '',
      },
      {
        name: 'Usernum',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PRIDebugFileSet',
    versions: ['22', '16'],
    summary: 'Set the file used for PRI debug message output',
    about: 'Equivalent to the CLI command "pri set debug file <output-file>"',
    privileges: [],
    parameters: [
      {
        name: 'File',
        required: true,
        about: 'Path of file to write debug output.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PRIDebugFileUnset',
    versions: ['22', '16'],
    summary: 'Disables file output for PRI debug messages',
    about: '',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PRIDebugSet',
    versions: ['22', '16'],
    summary: 'Set PRI debug levels for a span',
    about: 'Equivalent to the CLI command "pri set debug <level> span <span>".',
    privileges: [],
    parameters: [
      {
        name: 'Span',
        required: true,
        about: 'Which span to affect.',
      },
      {
        name: 'Level',
        required: true,
        about:
          'What debug level to set. May be a numerical value or a text value from the list below\noff\non\nhex\nintense',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PRIShowSpans',
    versions: ['22', '16'],
    summary: 'Show status of PRI spans.',
    about: 'Similar to the CLI command "pri show spans".',
    privileges: [],
    parameters: [
      {
        name: 'Span',
        required: false,
        about: 'Specify the specific span to show. Show all spans if zero or not present.',
      },
    ],
    list: null,
    seeAlso: [],
  },
]
