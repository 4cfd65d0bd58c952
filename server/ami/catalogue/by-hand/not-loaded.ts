import type { DocumentedAction } from '../documented'
import { NOT_LOADED_LINES } from './not-loaded-lines'

/** `versions`: of Asterisk, which have it. */
export type NotLoaded = DocumentedAction & { versions: readonly ('16' | '22')[] }

/**
 * Actions of modules that Debian does not build or that need a device, in the words of core-en_US.xml, which comes with Asterisk;
 * privileges by their sources.
 */
export const NOT_LOADED: readonly NotLoaded[] = [
  ...NOT_LOADED_LINES,
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
]
