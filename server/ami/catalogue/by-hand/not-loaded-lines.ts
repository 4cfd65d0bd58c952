import type { NotLoaded } from './not-loaded'

/** Actions for cards with analogue or digital lines, in the words of core-en_US.xml; privileges by their sources. */
export const NOT_LOADED_LINES: readonly NotLoaded[] = [
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
