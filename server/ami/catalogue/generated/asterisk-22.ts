// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so
import type { DocumentedAction } from '../documented'

/** Made by `npm run catalogue`: what a running Asterisk tells of its actions. */
export const ASTERISK_22: readonly DocumentedAction[] = [
  {
    name: 'AGI',
    summary: 'Add an AGI command to execute by Async AGI.',
    about: 'Add an AGI command to the execute queue of the channel in Async AGI.',
    privileges: ['agi'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel that is currently in Async AGI.',
      },
      {
        name: 'Command',
        required: true,
        about: 'Application to execute.',
      },
      {
        name: 'CommandID',
        required: false,
        about: 'This will be sent back in CommandID header of AsyncAGI exec event notification.',
      },
    ],
    list: null,
    seeAlso: ['AsyncAGIStart', 'AsyncAGIExec', 'AsyncAGIEnd'],
  },
  {
    name: 'AOCMessage',
    summary: 'Generate an Advice of Charge message on a channel.',
    about: 'Generates an AOC-S, AOC-D or AOC-E message on a channel.',
    privileges: ['aoc'],
    parameters: [
      {
        name: 'Channel',
        required: false,
        about: 'Channel name to generate the AOC message on. This value is required unless ChannelPrefix is given.',
      },
      {
        name: 'ChannelPrefix',
        required: false,
        about:
          'Partial channel prefix. By using this option one can match the beginning part of a channel name without having to put the entire name in. For example if a channel name is SIP/snom-00000001 and this value is set to SIP/snom, then that channel matches and the message will be sent. Note however that only the first matched channel has the message sent on it.',
      },
      {
        name: 'MsgType',
        required: true,
        about: 'Defines what type of AOC message to create, AOC-S, AOC-D or AOC-E\nS\nD\nE',
      },
      {
        name: 'ChargeType',
        required: false,
        about: 'Defines what kind of charge this message represents for AOC-D and AOC-E.\nNA\nFREE\nCurrency\nUnit',
      },
      {
        name: 'UnitAmount(0)',
        required: false,
        about:
          'This represents the amount of units charged. The ETSI AOC standard specifies that this value along with the optional UnitType value are entries in a list. To accommodate this these values take an index value starting at 0 which can be used to generate this list of unit entries. For example, If two unit entries were required this could be achieved by setting the parameter UnitAmount(0)=1234 and UnitAmount(1)=5678. Note that UnitAmount at index 0 is required when ChargeType=Unit, all other entries in the list are optional.',
      },
      {
        name: 'UnitType(0)',
        required: false,
        about:
          'Defines the type of unit. ETSI AOC standard specifies this as an integer value between 1 and 16, but this value is left open to accept any positive integer. Like the UnitAmount parameter, this value represents a list entry and has an index parameter that starts at 0.',
      },
      {
        name: 'CurrencyName',
        required: false,
        about: "Specifies the currency's name. Note that this value is truncated after 10 characters.",
      },
      {
        name: 'CurrencyAmount',
        required: false,
        about:
          'Specifies the charge unit amount as a positive integer. This value is required when ChargeType==Currency (AOC-D or AOC-E) or RateType==Duration/Flat/Volume (AOC-S).',
      },
      {
        name: 'CurrencyMultiplier',
        required: false,
        about:
          'Specifies the currency multiplier. This value is required when CurrencyAmount is given.\nOneThousandth\nOneHundredth\nOneTenth\nOne\nTen\nHundred\nThousand',
      },
      {
        name: 'TotalType',
        required: false,
        about: 'Defines what kind of AOC-D total is represented.\nTotal\nSubTotal',
      },
      {
        name: 'AOCBillingId',
        required: false,
        about:
          'Represents a billing ID associated with an AOC-D or AOC-E message. Note that only the first 3 items of the enum are valid AOC-D billing IDs\nNormal\nReverseCharge\nCreditCard\nCallFwdUnconditional\nCallFwdBusy\nCallFwdNoReply\nCallDeflection\nCallTransfer',
      },
      {
        name: 'ChargingAssociationId',
        required: false,
        about:
          'Charging association identifier. This is optional for AOC-E and can be set to any value between -32768 and 32767',
      },
      {
        name: 'ChargingAssociationNumber',
        required: false,
        about: 'Represents the charging association party number. This value is optional for AOC-E.',
      },
      {
        name: 'ChargingAssociationPlan',
        required: false,
        about:
          'Integer representing the charging plan associated with the ChargingAssociationNumber. The value is bits 7 through 1 of the Q.931 octet containing the type-of-number and numbering-plan-identification fields.',
      },
      {
        name: 'ChargedItem',
        required: false,
        about:
          'Defines what part of the call is charged in AOC-S. Usually this is set to BasicCommunication, which refers to the time after the call is answered, but establishment (CallAttempt) or successful establishment (CallSetup) of a call can also be used. Other options are available, but these generally do not carry enough information to actually calculate the price of a call. It is possible to have multiple ChargedItem entries for a single call -- for example to charge for both the establishment of the call and the actual call. In this case, each ChargedItem is described by a ChargedItem: header and all other headers that follow it up to the next ChargedItem: header.\nNA\nSpecialArrangement\nBasicCommunication\nCallAttempt\nCallSetup\nUserUserInfo\nSupplementaryService',
      },
      {
        name: 'RateType',
        required: false,
        about:
          'Defines how an AOC-S ChargedItem is charged. The Duration option is only available when ChargedItem==BasicCommunication.\nNA\nFree\nFreeFromBeginning\nDuration\nFlat\nVolume\nSpecialCode',
      },
      {
        name: 'Time',
        required: false,
        about:
          'Specifies a positive integer which is the amount of time is paid for by one CurrencyAmount. This value is required when RateType==Duration.',
      },
      {
        name: 'TimeScale',
        required: false,
        about:
          'Specifies the time multiplier. This value is required when Time is given.\nOneHundredthSecond\nOneTenthSecond\nSecond\nTenSeconds\nMinute\nHour\nDay',
      },
      {
        name: 'Granularity',
        required: false,
        about:
          'Specifies a positive integer which is the size of the charged time increments. This value is optional when RateType==Duration and ChargingType==StepFunction.',
      },
      {
        name: 'GranularityTimeScale',
        required: false,
        about:
          'Specifies the granularity time multiplier. This value is required when Granularity is given.\nOneHundredthSecond\nOneTenthSecond\nSecond\nTenSeconds\nMinute\nHour\nDay',
      },
      {
        name: 'ChargingType',
        required: false,
        about:
          'Specifies whether the charge increases continuously with time or in increments of Time or, if provided, Granularity. This value is required when RateType==Duration.\nContinuousCharging\nStepFunction',
      },
      {
        name: 'VolumeUnit',
        required: false,
        about:
          'Specifies the quantity of which one unit is paid for by one CurrencyAmount. This value is required when RateType==Volume.\nOctet\nSegment\nMessage',
      },
      {
        name: 'Code',
        required: false,
        about:
          'Specifies the charging code, which can be set to a value between 1 and 10. This value is required when ChargedItem==SpecialArrangement or RateType==SpecialCode.',
      },
    ],
    list: null,
    seeAlso: ['AOC-S', 'AOC-D', 'AOC-E'],
  },
  {
    name: 'AbsoluteTimeout',
    summary: 'Set absolute timeout.',
    about: "Hangup a channel after a certain time. Acknowledges set time with 'Timeout Set' message.",
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to hangup.',
      },
      {
        name: 'Timeout',
        required: true,
        about: 'Maximum duration of the call (sec).',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'AgentLogoff',
    summary: 'Sets an agent as no longer logged in.',
    about: 'Sets an agent as no longer logged in.',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Agent',
        required: true,
        about: 'Agent ID of the agent to log off.',
      },
      {
        name: 'Soft',
        required: false,
        about: "Set to 'true' to not hangup existing calls.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Agents',
    summary: 'Lists agents and their status.',
    about: 'Will list info about all defined agents.',
    privileges: ['agent'],
    parameters: [],
    list: null,
    seeAlso: ['Agents', 'AgentsComplete'],
  },
  {
    name: 'Atxfer',
    summary: 'Attended transfer.',
    about: 'Attended transfer.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: "Transferer's channel.",
      },
      {
        name: 'Exten',
        required: true,
        about: 'Extension to transfer to.',
      },
      {
        name: 'Context',
        required: false,
        about: 'Context to transfer to.',
      },
    ],
    list: null,
    seeAlso: ['AttendedTransfer'],
  },
  {
    name: 'BlindTransfer',
    summary: 'Blind transfer channel(s) to the given destination',
    about: 'Redirect all channels currently bridged to the specified channel to the specified destination.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: '',
      },
      {
        name: 'Context',
        required: false,
        about: '',
      },
      {
        name: 'Exten',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: ['Redirect', 'BlindTransfer'],
  },
  {
    name: 'Bridge',
    summary: 'Bridge two channels already in the PBX.',
    about: 'Bridge together two channels already in the PBX.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel1',
        required: true,
        about: 'Channel to Bridge to Channel2.',
      },
      {
        name: 'Channel2',
        required: true,
        about: 'Channel to Bridge to Channel1.',
      },
      {
        name: 'Tone',
        required: false,
        about: 'Play courtesy tone to Channel 2.\nno\nChannel1\nChannel2\nBoth',
      },
    ],
    list: null,
    seeAlso: ['Bridge()', 'BridgeCreate', 'BridgeEnter', 'BridgeDestroy', 'BridgeInfo', 'BridgeKick', 'BridgeList'],
  },
  {
    name: 'BridgeDestroy',
    summary: 'Destroy a bridge.',
    about: 'Deletes the bridge, causing channels to continue or hang up.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeUniqueid',
        required: true,
        about: 'The unique ID of the bridge to destroy.',
      },
    ],
    list: null,
    seeAlso: ['Bridge', 'BridgeInfo', 'BridgeKick', 'BridgeList', 'BridgeDestroy'],
  },
  {
    name: 'BridgeInfo',
    summary: 'Get information about a bridge.',
    about: 'Returns detailed information about a bridge and the channels in it.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeUniqueid',
        required: true,
        about: 'The unique ID of the bridge about which to retrieve information.',
      },
    ],
    list: {
      items: ['BridgeInfoChannel'],
      end: 'BridgeInfoComplete',
    },
    seeAlso: ['Bridge', 'BridgeDestroy', 'BridgeKick', 'BridgeList'],
  },
  {
    name: 'BridgeKick',
    summary: 'Kick a channel from a bridge.',
    about: 'The channel is removed from the bridge.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeUniqueid',
        required: false,
        about:
          'The unique ID of the bridge containing the channel to destroy. This parameter can be omitted, or supplied to insure that the channel is not removed from the wrong bridge.',
      },
      {
        name: 'Channel',
        required: true,
        about: 'The channel to kick out of a bridge.',
      },
    ],
    list: null,
    seeAlso: ['Bridge', 'BridgeDestroy', 'BridgeInfo', 'BridgeList', 'BridgeLeave'],
  },
  {
    name: 'BridgeList',
    summary: 'Get a list of bridges in the system.',
    about: 'Returns a list of bridges, optionally filtering on a bridge type.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeType',
        required: false,
        about: 'Optional type for filtering the resulting list of bridges.',
      },
    ],
    list: null,
    seeAlso: ['Bridge', 'BridgeDestroy', 'BridgeInfo', 'BridgeKick'],
  },
  {
    name: 'BridgeTechnologyList',
    summary: 'List available bridging technologies and their statuses.',
    about: 'Returns detailed information about the available bridging technologies.',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: ['BridgeTechnologySuspend', 'BridgeTechnologyUnsuspend'],
  },
  {
    name: 'BridgeTechnologySuspend',
    summary: 'Suspend a bridging technology.',
    about: 'Marks a bridging technology as suspended, which prevents subsequently created bridges from using it.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeTechnology',
        required: true,
        about: 'The name of the bridging technology to suspend.',
      },
    ],
    list: null,
    seeAlso: ['BridgeTechnologySuspend', 'BridgeTechnologyUnsuspend'],
  },
  {
    name: 'BridgeTechnologyUnsuspend',
    summary: 'Unsuspend a bridging technology.',
    about: 'Clears a previously suspended bridging technology, which allows subsequently created bridges to use it.',
    privileges: [],
    parameters: [
      {
        name: 'BridgeTechnology',
        required: true,
        about: 'The name of the bridging technology to unsuspend.',
      },
    ],
    list: null,
    seeAlso: ['BridgeTechnologyList', 'BridgeTechnologySuspend'],
  },
  {
    name: 'CancelAtxfer',
    summary: 'Cancel an attended transfer.',
    about:
      'Cancel an attended transfer. Note, this uses the configured cancel attended transfer feature option (atxferabort) to cancel the transfer. If not available this action will fail.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'The transferer channel.',
      },
    ],
    list: null,
    seeAlso: ['AttendedTransfer'],
  },
  {
    name: 'Challenge',
    summary: 'Generate Challenge for MD5 Auth.',
    about: 'Generate a challenge for MD5 authentication.',
    privileges: [],
    parameters: [
      {
        name: 'AuthType',
        required: true,
        about: 'Digest algorithm to use in the challenge. Valid values are:\nMD5',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Command',
    summary: 'Execute Asterisk CLI Command.',
    about: 'Run a CLI command.',
    privileges: ['command'],
    parameters: [
      {
        name: 'Command',
        required: true,
        about: 'Asterisk CLI command to run.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeKick',
    summary: 'Kick a Confbridge user.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
      {
        name: 'Channel',
        required: true,
        about:
          'If this parameter is "all", all channels will be kicked from the conference.\nIf this parameter is "participants", all non-admin channels will be kicked from the conference.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeList',
    summary: 'List participants in a conference.',
    about:
      'Lists all users in a particular ConfBridge conference. ConfbridgeList will follow as separate events, followed by a final event called ConfbridgeListComplete.',
    privileges: ['reporting'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: 'Conference number.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeListRooms',
    summary: 'List active conferences.',
    about:
      'Lists data about all active conferences. ConfbridgeListRooms will follow as separate events, followed by a final event called ConfbridgeListRoomsComplete.',
    privileges: ['reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeLock',
    summary: 'Lock a Confbridge conference.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeMute',
    summary: 'Mute a Confbridge user.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
      {
        name: 'Channel',
        required: true,
        about:
          'If this parameter is not a complete channel name, the first channel with this prefix will be used.\nIf this parameter is "all", all channels will be muted.\nIf this parameter is "participants", all non-admin channels will be muted.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeSetSingleVideoSrc',
    summary: 'Set a conference user as the single video source distributed to all other participants.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
      {
        name: 'Channel',
        required: true,
        about: 'If this parameter is not a complete channel name, the first channel with this prefix will be used.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeStartRecord',
    summary: 'Start recording a Confbridge conference.',
    about:
      "Start recording a conference. If recording is already present an error will be returned. If RecordFile is not provided, the default record file specified in the conference's bridge profile will be used, if that is not present either a file will automatically be generated in the monitor directory.",
    privileges: ['system'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
      {
        name: 'RecordFile',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeStopRecord',
    summary: 'Stop recording a Confbridge conference.',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeUnlock',
    summary: 'Unlock a Confbridge conference.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ConfbridgeUnmute',
    summary: 'Unmute a Confbridge user.',
    about: '',
    privileges: ['call'],
    parameters: [
      {
        name: 'Conference',
        required: true,
        about: '',
      },
      {
        name: 'Channel',
        required: true,
        about:
          'If this parameter is not a complete channel name, the first channel with this prefix will be used.\nIf this parameter is "all", all channels will be unmuted.\nIf this parameter is "participants", all non-admin channels will be unmuted.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ControlPlayback',
    summary: 'Control the playback of a file being played to a channel.',
    about:
      "Control the operation of a media file being played back to a channel. Note that this AMI action does not initiate playback of media to channel, but rather controls the operation of a media operation that was already initiated on the channel.\nNOTE: The 'pause' and 'restart' <Control> options will stop a playback operation if that operation was not initiated from the <ControlPlayback> application or the <control stream file> AGI command.",
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'The name of the channel that currently has a file being played back to it.',
      },
      {
        name: 'Control',
        required: true,
        about:
          "stop - Stop the playback operation.\nforward - Move the current position in the media forward. The amount of time that the stream moves forward is determined by the <skipms> value passed to the application that initiated the playback.\nNOTE: The default skipms value is '3000' ms.\nreverse - Move the current position in the media backward. The amount of time that the stream moves backward is determined by the <skipms> value passed to the application that initiated the playback.\nNOTE: The default skipms value is '3000' ms.\npause - Pause/unpause the playback operation, if supported. If not supported, stop the playback.\nrestart - Restart the playback operation, if supported. If not supported, stop the playback.",
      },
    ],
    list: null,
    seeAlso: ['Playback()', 'ControlPlayback()', 'stream file', 'control stream file'],
  },
  {
    name: 'CoreSettings',
    summary: 'Show PBX core settings (version etc).',
    about: 'Query for Core PBX settings.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'CoreShowChannelMap',
    summary: 'List all channels connected to the specified channel.',
    about:
      'List all channels currently connected to the specified channel. This can be any channel, including Local channels, and Local channels will be followed through to their other half.',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Channel',
        required: false,
        about: 'The channel to get the mapping for. Requires a channel name.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'CoreShowChannels',
    summary: 'List currently active channels.',
    about: 'List currently defined channels and some information about them.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: {
      items: ['CoreShowChannel'],
      end: 'CoreShowChannelsComplete',
    },
    seeAlso: [],
  },
  {
    name: 'CoreStatus',
    summary: 'Show PBX core status variables.',
    about: 'Query for Core PBX status.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'CreateConfig',
    summary: 'Creates an empty file in the configuration directory.',
    about:
      'This action will create an empty file in the configuration directory. This action is intended to be used before an UpdateConfig action.',
    privileges: ['config'],
    parameters: [
      {
        name: 'Filename',
        required: true,
        about: 'The configuration filename to create (e.g. "foo.conf").',
      },
    ],
    list: null,
    seeAlso: ['GetConfig', 'GetConfigJSON', 'UpdateConfig', 'ListCategories'],
  },
  {
    name: 'DBDel',
    summary: 'Delete DB entry.',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Family',
        required: true,
        about: '',
      },
      {
        name: 'Key',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DBDelTree',
    summary: 'Delete DB Tree.',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Family',
        required: true,
        about: '',
      },
      {
        name: 'Key',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DBGet',
    summary: 'Get DB Entry.',
    about: '',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Family',
        required: true,
        about: '',
      },
      {
        name: 'Key',
        required: true,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DBGetTree',
    summary: 'Get DB entries, optionally at a particular family/key',
    about: '',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Family',
        required: false,
        about: '',
      },
      {
        name: 'Key',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DBPut',
    summary: 'Put DB entry.',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Family',
        required: true,
        about: '',
      },
      {
        name: 'Key',
        required: true,
        about: '',
      },
      {
        name: 'Val',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DeviceStateList',
    summary: 'List the current known device states.',
    about:
      'This will list out all known device states in a sequence of <DeviceStateChange> events. When finished, a <DeviceStateListComplete> event will be emitted.',
    privileges: ['call', 'reporting'],
    parameters: [],
    list: {
      items: ['DeviceStateChange'],
      end: 'DeviceStateListComplete',
    },
    seeAlso: ['DeviceStateChange', 'DEVICE_STATE'],
  },
  {
    name: 'DialplanExtensionAdd',
    summary: 'Add an extension to the dialplan',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'Context where the extension will be created. The context will be created if it does not already exist.',
      },
      {
        name: 'Extension',
        required: true,
        about: "Name of the extension that will be created (may include callerid match by separating with '/')",
      },
      {
        name: 'Priority',
        required: true,
        about: "Priority being added to this extension. Must be either 'hint' or a numerical value.",
      },
      {
        name: 'Application',
        required: true,
        about: 'The application to use for this extension at the requested priority',
      },
      {
        name: 'ApplicationData',
        required: false,
        about: 'Arguments to the application.',
      },
      {
        name: 'Replace',
        required: false,
        about:
          "If set to 'yes', '1', 'true' or any of the other values we evaluate as true, then if an extension already exists at the requested context, extension, and priority it will be overwritten. Otherwise, the existing extension will remain and the action will fail.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'DialplanExtensionRemove',
    summary: 'Remove an extension from the dialplan',
    about: '',
    privileges: ['system'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'Context of the extension being removed',
      },
      {
        name: 'Extension',
        required: true,
        about: "Name of the extension being removed (may include callerid match by separating with '/')",
      },
      {
        name: 'Priority',
        required: false,
        about: 'If provided, only remove this priority from the extension instead of all priorities in the extension.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Events',
    summary: 'Control Event Flow.',
    about: 'Enable/Disable sending of events to this manager client.',
    privileges: [],
    parameters: [
      {
        name: 'EventMask',
        required: true,
        about:
          'on - If all events should be sent.\noff - If no events should be sent.\nsystem,call,log,... - To select which flags events should have to be sent.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ExtensionState',
    summary: 'Check Extension Status.',
    about:
      "Report the extension state for given extension. If the extension has a hint, will use devicestate to check the status of the device connected to the extension.\nWill return an 'Extension Status' message. The response will include the hint for the extension and the status.",
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Exten',
        required: true,
        about: 'Extension to check state on.',
      },
      {
        name: 'Context',
        required: true,
        about: 'Context for extension.',
      },
    ],
    list: null,
    seeAlso: ['ExtensionStatus'],
  },
  {
    name: 'ExtensionStateList',
    summary: 'List the current known extension states.',
    about:
      'This will list out all known extension states in a sequence of <ExtensionStatus> events. When finished, a <ExtensionStateListComplete> event will be emitted.',
    privileges: ['call', 'reporting'],
    parameters: [],
    list: {
      items: ['ExtensionStatus'],
      end: 'ExtensionStateListComplete',
    },
    seeAlso: ['ExtensionState', 'HINT', 'EXTENSION_STATE'],
  },
  {
    name: 'FAXSession',
    summary: 'Responds with a detailed description of a single FAX session',
    about:
      "Provides details about a specific FAX session. The response will include a common subset of the output from the CLI command 'fax show session <session_number>' for each technology. If the FAX technolgy used by this session does not include a handler for FAXSession, then this action will fail.",
    privileges: ['call'],
    parameters: [
      {
        name: 'SessionNumber',
        required: true,
        about: 'The session ID of the fax the user is interested in.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'FAXSessions',
    summary: 'Lists active FAX sessions',
    about:
      "Will generate a series of FAXSession events with information about each FAXSession. Closes with a FAXSessionsComplete event which includes a count of the included FAX sessions. This action works in the same manner as the CLI command 'fax show sessions'",
    privileges: ['call'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'FAXStats',
    summary: 'Responds with fax statistics',
    about:
      "Provides FAX statistics including the number of active sessions, reserved sessions, completed sessions, failed sessions, and the number of receive/transmit attempts. This command provides all of the non-technology specific information provided by the CLI command 'fax show stats'",
    privileges: ['reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Filter',
    summary: 'Dynamically add filters for the current manager session.',
    about:
      'See the manager.conf.sample file in the configs/samples directory of the Asterisk source tree for a full description and examples.\nNOTE: The filters added are only used for the current session. Once the connection is closed the filters are removed.\nNOTE: This command requires the system permission because this command can be used to create filters that may bypass filters defined in manager.conf',
    privileges: ['system'],
    parameters: [
      {
        name: 'Operation',
        required: false,
        about: 'Add - Add a filter.',
      },
      {
        name: 'MatchCriteria',
        required: false,
        about:
          "Advanced match criteria. If not specified, the 'Filter' parameter is assumed to be a regular expression and will be matched against the entire event payload.\nSyntax: [name(<event_name>)][,header(<header_name>)][,<match_method>]\nOne of each of the following may be specified separated by commas.\n\naction(include|exclude) - Instead of prefixing the Filter with '!' to exclude matching events, specify 'action(exclude)'. Although the default is 'include' if 'action' isn't specified, adding 'action(include)' will help with readability.\n\nname(<event_name>) - Only events with name <event_name> will be included.\n\nheader(<header_name>) - Only events containing a header with a name of <header_name> will be included and the 'Filter' parameter (if supplied) will only be matched against the value of the header.\n\n<match_method> - Specifies how the 'Filter' parameter is to be applied to the results of applying any 'name(<event_name>)' and/or 'header(<header_name>)' parameters above.\nOne of the following:\nregex - The 'Filter' parameter contains a regular expression which will be matched against the result. (default)\n\nexact - The 'Filter' parameter contains a string which must exactly match the entire result.\n\nstartsWith - The 'Filter' parameter contains a string which must match the beginning of the result.\n\nendsWith - The 'Filter' parameter contains a string which must match the end of the result.\n\ncontains - The 'Filter' parameter contains a string which will be searched for in the result.\n\nnone - The 'Filter' parameter is ignored.",
      },
      {
        name: 'Filter',
        required: false,
        about:
          'The match expression to be applied to the event.\nSee the manager.conf.sample file in the configs/samples directory of the Asterisk source tree for more information.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'GetConfig',
    summary: 'Retrieve configuration.',
    about:
      'This action will dump the contents of a configuration file by category and contents or optionally by specified category only. In the case where a category name is non-unique, a filter may be specified to match only categories with matching variable values.',
    privileges: ['system', 'config'],
    parameters: [
      {
        name: 'Filename',
        required: true,
        about: 'Configuration filename (e.g. "foo.conf").',
      },
      {
        name: 'Category',
        required: false,
        about: 'Category in configuration file.',
      },
      {
        name: 'Filter',
        required: false,
        about:
          "A comma separated list of <name_regex>=<value_regex> expressions which will cause only categories whose variables match all expressions to be considered. The special variable name 'TEMPLATES' can be used to control whether templates are included. Passing 'include' as the value will include templates along with normal categories. Passing 'restrict' as the value will restrict the operation to ONLY templates. Not specifying a 'TEMPLATES' expression results in the default behavior which is to not include templates.",
      },
    ],
    list: null,
    seeAlso: ['GetConfigJSON', 'UpdateConfig', 'CreateConfig', 'ListCategories'],
  },
  {
    name: 'GetConfigJSON',
    summary: 'Retrieve configuration (JSON format).',
    about:
      'This action will dump the contents of a configuration file by category and contents in JSON format or optionally by specified category only. This only makes sense to be used using rawman over the HTTP interface. In the case where a category name is non-unique, a filter may be specified to match only categories with matching variable values.',
    privileges: ['system', 'config'],
    parameters: [
      {
        name: 'Filename',
        required: true,
        about: 'Configuration filename (e.g. "foo.conf").',
      },
      {
        name: 'Category',
        required: false,
        about: 'Category in configuration file.',
      },
      {
        name: 'Filter',
        required: false,
        about:
          "A comma separated list of <name_regex>=<value_regex> expressions which will cause only categories whose variables match all expressions to be considered. The special variable name 'TEMPLATES' can be used to control whether templates are included. Passing 'include' as the value will include templates along with normal categories. Passing 'restrict' as the value will restrict the operation to ONLY templates. Not specifying a 'TEMPLATES' expression results in the default behavior which is to not include templates.",
      },
    ],
    list: null,
    seeAlso: ['GetConfig', 'UpdateConfig', 'CreateConfig', 'ListCategories'],
  },
  {
    name: 'Getvar',
    summary: 'Gets a channel variable or function value.',
    about:
      'Get the value of a channel variable or function return.\nNOTE: If a channel name is not provided then the variable is considered global.',
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Channel',
        required: false,
        about: 'Channel to read variable from.',
      },
      {
        name: 'Variable',
        required: true,
        about: 'Variable name, function or expression.',
      },
    ],
    list: null,
    seeAlso: ['Setvar'],
  },
  {
    name: 'Hangup',
    summary: 'Hangup channel.',
    about: 'Hangup a channel.',
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about:
          'The exact channel name to be hungup, or to use a regular expression, set this parameter to: /regex/\nExample exact channel: SIP/provider-0000012a\nExample regular expression: /^SIP/provider-.*$/',
      },
      {
        name: 'Cause',
        required: false,
        about: 'Numeric hangup cause.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'IAXnetstats',
    summary: 'Show IAX Netstats.',
    about: 'Show IAX channels network statistics.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'IAXpeerlist',
    summary: 'List IAX Peers.',
    about: 'List all the IAX peers.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'IAXpeers',
    summary: 'List IAX peers.',
    about: '',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'IAXregistry',
    summary: 'Show IAX registrations.',
    about: 'Show IAX registrations.',
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'JabberSend',
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
    name: 'ListCategories',
    summary: 'List categories in configuration file.',
    about: 'This action will dump the categories in a given file.',
    privileges: ['config'],
    parameters: [
      {
        name: 'Filename',
        required: true,
        about: 'Configuration filename (e.g. "foo.conf").',
      },
    ],
    list: null,
    seeAlso: ['GetConfig', 'GetConfigJSON', 'UpdateConfig', 'CreateConfig'],
  },
  {
    name: 'ListCommands',
    summary: 'List available manager commands.',
    about: 'Returns the action name and synopsis for every action that is available to the user.',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'LocalOptimizeAway',
    summary: 'Optimize away a local channel when possible.',
    about:
      'A local channel created with "/n" will not automatically optimize away. Calling this command on the local channel will clear that flag and allow it to optimize away if it\'s bridged or when it becomes bridged.',
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'The channel name to optimize away.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'LoggerRotate',
    summary: 'Reload and rotate the Asterisk logger.',
    about: "Reload and rotate the logger. Analogous to the CLI command 'logger rotate'.",
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Login',
    summary: 'Login Manager.',
    about:
      "Login Manager.\nExample: Create an MD5 Key in Python\n\nimport hashlib\nm = hashlib.md5()\nm.update(response_from_challenge)\nm.update(your_secret)\nkey = m.hexdigest()\n## '031edd7d41651593c5fe5c006fa5752b'",
    privileges: [],
    parameters: [
      {
        name: 'Username',
        required: true,
        about: 'Username to login with as specified in manager.conf.',
      },
      {
        name: 'AuthType',
        required: false,
        about: 'Authorization type. Valid values are:\nplain - Plain text secret. (default)\nMD5 - MD5 hashed secret.',
      },
      {
        name: 'Secret',
        required: false,
        about: 'Plain text secret to login with as specified in manager.conf.',
      },
      {
        name: 'Key',
        required: false,
        about:
          'Key to use with MD5 authentication. To create the key, you must initialize a new MD5 hash, call the \'Challenge\' AMI action, update the hash with the response, then update the hash with the secret as specified in manager.conf. The key value must be the final result of the hash as a 32 character lower-case hex string without any "0x" prepended. See the description for an example of creating a key in Python.',
      },
      {
        name: 'Events',
        required: false,
        about:
          'on - If all events should be sent.\noff - If no events should be sent.\nsystem,call,log,... - To select which flags events should have to be sent.',
      },
    ],
    list: null,
    seeAlso: ['Challenge', 'Logoff'],
  },
  {
    name: 'Logoff',
    summary: 'Logoff Manager.',
    about: 'Logoff the current manager session.',
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: ['Login'],
  },
  {
    name: 'MailboxCount',
    summary: 'Check Mailbox Message Count.',
    about:
      'Checks a voicemail account for new messages.\nReturns number of urgent, new and old messages.\nMessage: Mailbox Message Count\nMailbox: <mailboxid>\nUrgentMessages: <count>\nNewMessages: <count>\nOldMessages: <count>',
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Mailbox',
        required: true,
        about: 'Full mailbox ID <mailbox>@<vm-context>.',
      },
    ],
    list: null,
    seeAlso: ['MailboxStatus'],
  },
  {
    name: 'MailboxStatus',
    summary: 'Check mailbox.',
    about:
      "Checks a voicemail account for status.\nReturns whether there are messages waiting.\nMessage: Mailbox Status.\nMailbox: <mailboxid>.\nWaiting: '0' if messages waiting, '1' if no messages waiting.",
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Mailbox',
        required: true,
        about: 'Full mailbox ID <mailbox>@<vm-context>.',
      },
    ],
    list: null,
    seeAlso: ['MailboxCount'],
  },
  {
    name: 'MessageSend',
    summary: 'Send an out of call message to an endpoint.',
    about: '',
    privileges: ['message'],
    parameters: [
      {
        name: 'Destination',
        required: false,
        about:
          "A To URI for the message. If Destination is provided, the To parameter can also be supplied and may alter the message based on the specified message technology.\nFor backwards compatibility, if Destination is not provided, the To parameter must be provided and will be used as the message destination.\nTechnology: PJSIP Provided by: res_pjsip_messaging\nThe 'destination' parameter is used to construct the Request URI for an outgoing message. It can be in one of the following formats, all prefixed with the 'pjsip:' message tech.\n\nendpoint - Request URI comes from the endpoint's default aor and contact.\nendpoint/aor - Request URI comes from the specific aor/contact. endpoint@domain - Request URI from the endpoint's default aor and contact. The domain is discarded.\n\nThese all use the endpoint to send the message with the specified URI:\n\nendpoint/<sip[s]:host>>\nendpoint/<sip[s]:user@host>\nendpoint/\"display name\" <sip[s]:host>\nendpoint/\"display name\" <sip[s]:user@host>\nendpoint/sip[s]:host\nendpoint/sip[s]:user@host\nendpoint/host\nendpoint/user@host\n\nThese all use the default endpoint to send the message with the specified URI:\n\n<sip[s]:host>\n<sip[s]:user@host>\n\"display name\" <sip[s]:host>\n\"display name\" <sip[s]:user@host>\nsip[s]:host\nsip[s]:user@host\n\nThese use the default endpoint to send the message with the specified host:\n\nhost\nuser@host\n\nThis form is similar to a dialstring:\n\nPJSIP/user@endpoint\n\nYou still need to prefix the destination with the 'pjsip:' message technology prefix. For example: 'pjsip:PJSIP/8005551212@myprovider'. The endpoint contact's URI will have the 'user' inserted into it and will become the Request URI. If the contact URI already has a user specified, it will be replaced.\n\nTechnology: XMPP Provided by: res_xmpp\nSpecifying a prefix of 'xmpp:' will send the message as an XMPP chat message.",
      },
      {
        name: 'To',
        required: false,
        about:
          "A To URI for the message if needed for the message technology being used to send this message. This can be a SIP(S) URI, such as 'Alice <sip:alice@atlanta.com>', or a string in the format 'alice@atlanta.com'. This parameter is required if the Destination parameter is not provided.\nTechnology: PJSIP Provided by: res_pjsip_messaging\nThe 'to' parameter is used to specity the 'To:' header in the outgoing SIP MESSAGE. It will override the value specified in MESSAGE(to) which itself will override any 'to' value from an incoming SIP MESSAGE.\n\nTechnology: XMPP Provided by: res_xmpp\nIgnored",
      },
      {
        name: 'From',
        required: false,
        about:
          "A From URI for the message if needed for the message technology being used to send this message.\nTechnology: PJSIP Provided by: res_pjsip_messaging\nThe 'from' parameter is used to specity the 'From:' header in the outgoing SIP MESSAGE. It will override the value specified in MESSAGE(from) which itself will override any 'from' value from an incoming SIP MESSAGE.\n\nTechnology: XMPP Provided by: res_xmpp\nSpecifying a prefix of 'xmpp:' will specify the account defined in 'xmpp.conf' to send the message from. Note that this field is required for XMPP messages.",
      },
      {
        name: 'Body',
        required: false,
        about: 'The message body text. This must not contain any newlines as that conflicts with the AMI protocol.',
      },
      {
        name: 'Base64Body',
        required: false,
        about:
          'Text bodies requiring the use of newlines have to be base64 encoded in this field. Base64Body will be decoded before being sent out. Base64Body takes precedence over Body.',
      },
      {
        name: 'Variable',
        required: false,
        about:
          'Message variable to set, multiple Variable: headers are allowed. The header value is a comma separated list of name=value pairs.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MixMonitor',
    summary:
      'Record a call and mix the audio during the recording. Use of StopMixMonitor is required to guarantee the audio file is available for processing during dialplan execution.',
    about:
      'This action records the audio on the current channel to the specified file. ${MIXMONITOR_FILENAME}: Will contain the filename used to record the mixed stream.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Used to specify the channel to record.',
      },
      {
        name: 'File',
        required: false,
        about:
          "Is the name of the file created in the monitor spool directory. Defaults to the same name as the channel (with slashes replaced with dashes). This argument is optional if you specify to record unidirectional audio with either the r(filename) or t(filename) options in the options field. If neither MIXMONITOR_FILENAME or this parameter is set, the mixed stream won't be recorded.",
      },
      {
        name: 'Options',
        required: false,
        about:
          'Options that apply to the MixMonitor in the same way as they would apply if invoked from the MixMonitor application. For a list of available options, see the documentation for the mixmonitor application.',
      },
      {
        name: 'Command',
        required: false,
        about:
          "Will be executed when the recording is over. Any strings matching '^{X}' will be unescaped to ${X}. All variables will be evaluated at the time MixMonitor is called.\nWARNING!!!: Do not use untrusted strings such as ${CALLERID(num)} or ${CALLERID(name)} as part of the command parameters. You risk a command injection attack executing arbitrary commands if the untrusted strings aren't filtered to remove dangerous characters. See function ${FILTER()}.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'MixMonitorMute',
    summary: 'Mute / unMute a Mixmonitor recording.',
    about: 'This action may be used to mute a MixMonitor recording.',
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Used to specify the channel to mute.',
      },
      {
        name: 'Direction',
        required: false,
        about: 'Which part of the recording to mute: read, write or both (from channel, to channel or both channels).',
      },
      {
        name: 'State',
        required: false,
        about: 'Turn mute on or off : 1 to turn on, 0 to turn off.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ModuleCheck',
    summary: 'Check if module is loaded.',
    about:
      "Checks if Asterisk module is loaded. Will return Success/Failure. An empty Version header is also returned (which doesn't contain the module revision number).",
    privileges: ['system'],
    parameters: [
      {
        name: 'Module',
        required: true,
        about: 'Asterisk module name (not including extension).',
      },
    ],
    list: null,
    seeAlso: ['ModuleLoad'],
  },
  {
    name: 'ModuleLoad',
    summary: 'Module management.',
    about: 'Loads, unloads or reloads an Asterisk module in a running system.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Module',
        required: false,
        about:
          'Asterisk module name (including .so extension) or subsystem identifier:\ncdr\ndnsmgr\nextconfig\nenum\nacl\nmanager\nhttp\nlogger\nfeatures\ndsp\nudptl\nindications\ncel\nplc',
      },
      {
        name: 'LoadType',
        required: true,
        about:
          "The operation to be done on module. Subsystem identifiers may only be reloaded.\nload\nunload\nreload\nrefresh - Completely unload and load again a specified module.\nIf no module is specified for a 'reload' loadtype, all modules are reloaded.",
      },
      {
        name: 'Recursive',
        required: false,
        about:
          "For 'refresh' operations, attempt to recursively unload any other modules that are dependent on this module, if that would allow it to successfully unload, and load them again afterwards.",
      },
    ],
    list: null,
    seeAlso: ['Reload', 'ModuleCheck'],
  },
  {
    name: 'MuteAudio',
    summary: 'Mute an audio stream.',
    about: 'Mute an incoming or outgoing audio stream on a channel.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'The channel you want to mute.',
      },
      {
        name: 'Direction',
        required: true,
        about:
          'in - Set muting on inbound audio stream. (to the PBX)\nout - Set muting on outbound audio stream. (from the PBX)\nall - Set muting on inbound and outbound audio streams.',
      },
      {
        name: 'State',
        required: true,
        about: 'on - Turn muting on.\noff - Turn muting off.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Originate',
    summary: 'Originate a call.',
    about: 'Generates an outgoing call to a <Extension>/<Context>/<Priority> or <Application>/<Data>',
    privileges: ['originate'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to call.',
      },
      {
        name: 'Exten',
        required: false,
        about: "Extension to use (requires 'Context' and 'Priority')",
      },
      {
        name: 'Context',
        required: false,
        about: "Context to use (requires 'Exten' and 'Priority')",
      },
      {
        name: 'Priority',
        required: false,
        about: "Priority to use (requires 'Exten' and 'Context')",
      },
      {
        name: 'Application',
        required: false,
        about: 'Application to execute.',
      },
      {
        name: 'Data',
        required: false,
        about: "Data to use (requires 'Application').",
      },
      {
        name: 'Timeout',
        required: false,
        about: 'How long to wait for call to be answered (in ms.).',
      },
      {
        name: 'CallerID',
        required: false,
        about: 'Caller ID to be set on the outgoing channel.',
      },
      {
        name: 'Variable',
        required: false,
        about: 'Channel variable to set, multiple Variable: headers are allowed.',
      },
      {
        name: 'Account',
        required: false,
        about: 'Account code.',
      },
      {
        name: 'EarlyMedia',
        required: false,
        about: "Set to 'true' to force call bridge on early media..",
      },
      {
        name: 'Async',
        required: false,
        about: "Set to 'true' for fast origination.",
      },
      {
        name: 'Codecs',
        required: false,
        about: 'Comma-separated list of codecs to use for this call.',
      },
      {
        name: 'ChannelId',
        required: false,
        about: 'Channel UniqueId to be set on the channel.',
      },
      {
        name: 'OtherChannelId',
        required: false,
        about: 'Channel UniqueId to be set on the second local channel.',
      },
      {
        name: 'PreDialGoSub',
        required: false,
        about:
          'PreDialGoSub Context,Extension,Priority to set options/headers needed before start the outgoing extension',
      },
    ],
    list: null,
    seeAlso: ['OriginateResponse'],
  },
  {
    name: 'PJSIPHangup',
    summary: 'Hangup an incoming PJSIP channel with a SIP response code',
    about:
      "Hangs up an incoming PJSIP channel and returns the specified SIP response code in the final response to the caller.\n\nWARNING!!!: This function must be called BEFORE anything that might cause any other final (non 1XX) response to be sent. For example calling 'Answer()' or 'Playback' without the 'noanswer' option will cause the call to be answered and a final 200 response to be sent.\n\nThe cause code set on the channel will be translated to a standard ISDN cause code using the table defined in ast_sip_hangup_sip2cause() in res_pjsip.c\n\nExample: Terminate call with 437 response code\n\nAction: PJSIPHangup\nActionID: 12345678\nChannel: PJSIP/alice-00000002\nCause: 437\n\nExample: Terminate call with 437 response code using the response code name\n\nAction: PJSIPHangup\nActionID: 12345678\nChannel: PJSIP/alice-00000002\nCause: UNSUPPORTED_CERTIFICATE",
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about:
          'The exact channel name to be hungup, or to use a regular expression, set this parameter to: /regex/\nExample exact channel: SIP/provider-0000012a\nExample regular expression: /^SIP/provider-.*$/',
      },
      {
        name: 'Cause',
        required: true,
        about:
          "May be one of...\nResponse code - A numeric response code in the range 400 ->699\nResponse code name - A response code name from 'third-party/pjproject/source/pjsip/include/pjsip/sip_msg.h' such as 'USE_IDENTITY_HEADER' or 'PJSIP_SC_USE_IDENTITY_HEADER'",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPNotify',
    summary: 'Send a NOTIFY to either an endpoint, an arbitrary URI, or inside a SIP dialog.',
    about:
      "Sends a NOTIFY to an endpoint, an arbitrary URI, or inside a SIP dialog.\nAll parameters for this event must be specified in the body of this request via multiple 'Variable: name=value' sequences.\nNOTE: One (and only one) of 'Endpoint', 'URI', or 'Channel' must be specified. If 'URI' is used, the default outbound endpoint will be used to send the message. If the default outbound endpoint isn't configured, this command can not send to an arbitrary URI.",
    privileges: ['system'],
    parameters: [
      {
        name: 'Endpoint',
        required: false,
        about: 'The endpoint to which to send the NOTIFY.',
      },
      {
        name: 'URI',
        required: false,
        about: 'Abritrary URI to which to send the NOTIFY.',
      },
      {
        name: 'channel',
        required: false,
        about: 'Channel name to send the NOTIFY. Must be a PJSIP channel.',
      },
      {
        name: 'Option',
        required: false,
        about: "The config section name from 'pjsip_notify.conf' to use.\nOne of Option or Variable must be specified.",
      },
      {
        name: 'Variable',
        required: false,
        about:
          "Appends variables as headers/content to the NOTIFY. If the variable is named 'Content', then the value will compose the body of the message if another variable sets 'Content-Type'. <name>=<value>\nOne of Option or Variable must be specified.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPQualify',
    summary: 'Qualify a chan_pjsip endpoint.',
    about: 'Qualify a chan_pjsip endpoint.',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Endpoint',
        required: true,
        about: 'The endpoint you want to qualify.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPRegister',
    summary: 'Register an outbound registration.',
    about:
      'Unregisters the specified (or all) outbound registration(s) then starts registration and schedules re-registrations according to configuration.',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Registration',
        required: true,
        about: "The outbound registration to register or '*all' to register them all.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPSetMaintenance',
    summary: 'Enable or disable maintenance mode for a PJSIP endpoint.',
    about:
      "Enables or disables maintenance mode for the specified PJSIP endpoint. While in maintenance mode, new inbound out-of-dialog requests are rejected with 503 Service Unavailable (except SUBSCRIBE/REGISTER with Expires: 0), and outbound originations via Dial() or ARI are refused before any SIP session or channel is created. In-progress dialogs are unaffected.\nA 'PJSIPMaintenanceStatus' event is emitted when the state changes.",
    privileges: ['system'],
    parameters: [
      {
        name: 'Endpoint',
        required: true,
        about: "The PJSIP endpoint name, or 'all' to toggle maintenance mode for every configured endpoint.",
      },
      {
        name: 'State',
        required: true,
        about: 'Desired maintenance state.\non\noff',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowAors',
    summary: 'Lists PJSIP AORs.',
    about:
      "Provides a listing of all AORs. For each AOR an 'AorList' event is raised that contains relevant attributes and status information. Once all aors have been listed an 'AorListComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: {
      items: ['AorList'],
      end: 'AorListComplete',
    },
    seeAlso: [],
  },
  {
    name: 'PJSIPShowAuths',
    summary: 'Lists PJSIP Auths.',
    about:
      "Provides a listing of all Auths. For each Auth an 'AuthList' event is raised that contains relevant attributes and status information. Once all auths have been listed an 'AuthListComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: {
      items: ['AuthList'],
      end: 'AuthListComplete',
    },
    seeAlso: [],
  },
  {
    name: 'PJSIPShowContacts',
    summary: 'Lists PJSIP Contacts.',
    about:
      "Provides a listing of all Contacts. For each Contact a 'ContactList' event is raised that contains relevant attributes and status information. Once all contacts have been listed a 'ContactListComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: {
      items: ['ContactList'],
      end: 'ContactListComplete',
    },
    seeAlso: [],
  },
  {
    name: 'PJSIPShowEndpoint',
    summary: 'Detail listing of an endpoint and its objects.',
    about:
      "Provides a detailed listing of options for a given endpoint. Events are issued showing the configuration and status of the endpoint and associated objects. These events include 'EndpointDetail', 'AorDetail', 'AuthDetail', 'TransportDetail', and 'IdentifyDetail'. Some events may be listed multiple times if multiple objects are associated (for instance AoRs). Once all detail events have been raised a final 'EndpointDetailComplete' event is issued.",
    privileges: ['system'],
    parameters: [
      {
        name: 'Endpoint',
        required: true,
        about: 'The endpoint to list.',
      },
    ],
    list: {
      items: ['EndpointDetail', 'IdentifyDetail', 'ContactStatusDetail', 'AuthDetail', 'TransportDetail', 'AorDetail'],
      end: 'EndpointDetailComplete',
    },
    seeAlso: [],
  },
  {
    name: 'PJSIPShowEndpoints',
    summary: 'Lists PJSIP endpoints.',
    about:
      "Provides a listing of all endpoints. For each endpoint an 'EndpointList' event is raised that contains relevant attributes and status information.\nOnce all endpoints have been listed an 'EndpointListComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: {
      items: ['EndpointList'],
      end: 'EndpointListComplete',
    },
    seeAlso: [],
  },
  {
    name: 'PJSIPShowMaintenance',
    summary: 'Show maintenance mode status for PJSIP endpoints.',
    about: "Emits one 'PJSIPMaintenanceStatus' event per result, followed by a 'PJSIPMaintenanceStatusComplete' event.",
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Endpoint',
        required: false,
        about:
          'If specified, show the status for this endpoint only. If omitted, list all endpoints currently in maintenance mode.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowRegistrationInboundContactStatuses',
    summary: 'Lists ContactStatuses for PJSIP inbound registrations.',
    about:
      "In response, 'ContactStatusDetail' events showing status information are raised for each inbound registration (dynamic contact) object. Once all events are completed a 'ContactStatusDetailComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowRegistrationsInbound',
    summary: 'Lists PJSIP inbound registrations.',
    about:
      "In response, 'InboundRegistrationDetail' events showing configuration and status information are raised for all contacts, static or dynamic. Once all events are completed an 'InboundRegistrationDetailComplete' is issued.\nWARNING!!!: This command just dumps all coonfigured AORs with contacts, even if the contact is a permanent one. To really get just inbound registrations, use 'PJSIPShowRegistrationInboundContactStatuses'.",
    privileges: ['system'],
    parameters: [],
    list: null,
    seeAlso: ['PJSIPShowRegistrationInboundContactStatuses'],
  },
  {
    name: 'PJSIPShowRegistrationsOutbound',
    summary: 'Lists PJSIP outbound registrations.',
    about:
      "In response 'OutboundRegistrationDetail' events showing configuration and status information are raised for each outbound registration object. 'AuthDetail' events are raised for each associated auth object as well. Once all events are completed an 'OutboundRegistrationDetailComplete' is issued.",
    privileges: ['system', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowResourceLists',
    summary: 'Displays settings for configured resource lists.',
    about:
      "Provides a listing of all resource lists. An event 'ResourceListDetail' is issued for each resource list object. Once all detail events are completed a 'ResourceListDetailComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowSubscriptionsInbound',
    summary: 'Lists inbound subscriptions.',
    about:
      "Provides a listing of all inbound subscriptions. An event 'InboundSubscriptionDetail' is issued for each subscription object. Once all detail events are completed an 'InboundSubscriptionDetailComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPShowSubscriptionsOutbound',
    summary: 'Lists outbound subscriptions.',
    about:
      "Provides a listing of all outbound subscriptions. An event 'OutboundSubscriptionDetail' is issued for each subscription object. Once all detail events are completed an 'OutboundSubscriptionDetailComplete' event is issued.",
    privileges: ['system'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PJSIPUnregister',
    summary: 'Unregister an outbound registration.',
    about:
      'Unregisters the specified (or all) outbound registration(s) and stops future registration attempts. Call PJSIPRegister to start registration and schedule re-registrations according to configuration.',
    privileges: ['system', 'reporting'],
    parameters: [
      {
        name: 'Registration',
        required: true,
        about: "The outbound registration to unregister or '*all' to unregister them all.",
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Park',
    summary: 'Park a channel.',
    about:
      'Park an arbitrary channel with optional arguments for specifying the parking lot used, how long the channel should remain parked, and what dial string to use as the parker if the call times out.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to park.',
      },
      {
        name: 'TimeoutChannel',
        required: false,
        about:
          "Channel name to use when constructing the dial string that will be dialed if the parked channel times out. If 'TimeoutChannel' is in a two party bridge with 'Channel', then 'TimeoutChannel' will receive an announcement and be treated as having parked 'Channel' in the same manner as the Park Call DTMF feature.",
      },
      {
        name: 'AnnounceChannel',
        required: false,
        about:
          "If specified, then this channel will receive an announcement when 'Channel' is parked if 'AnnounceChannel' is in a state where it can receive announcements (AnnounceChannel must be bridged). 'AnnounceChannel' has no bearing on the actual state of the parked call.",
      },
      {
        name: 'Timeout',
        required: false,
        about:
          'Overrides the timeout of the parking lot for this park action. Specified in milliseconds, but will be converted to seconds. Use a value of 0 to disable the timeout.',
      },
      {
        name: 'Parkinglot',
        required: false,
        about: 'The parking lot to use when parking the channel',
      },
      {
        name: 'ParkingSpace',
        required: false,
        about:
          'The parking space extension in the parking lot. If the space is already in use then execution will continue at the next priority.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'ParkedCalls',
    summary: 'List parked calls.',
    about: 'List parked calls.',
    privileges: ['call'],
    parameters: [
      {
        name: 'ParkingLot',
        required: false,
        about: 'If specified, only show parked calls from the parking lot with this name.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Parkinglots',
    summary: 'Get a list of parking lots',
    about: 'List all parking lots as a series of AMI events',
    privileges: ['call'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Ping',
    summary: 'Keepalive command.',
    about: "A 'Ping' action will elicit a 'Pong' response. Used to keep the manager connection open.",
    privileges: [],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PlayDTMF',
    summary: 'Play DTMF signal on a specific channel.',
    about: 'Plays a dtmf digit on the specified channel.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to send digit to.',
      },
      {
        name: 'Digit',
        required: true,
        about: 'The DTMF digit to play.',
      },
      {
        name: 'Duration',
        required: false,
        about: 'The duration, in milliseconds, of the digit to be played.',
      },
      {
        name: 'Receive',
        required: false,
        about: 'Emulate receiving DTMF on this channel instead of sending it out.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PlayMF',
    summary: 'Play MF digit on a specific channel.',
    about: 'Plays an MF digit on the specified channel.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to send digit to.',
      },
      {
        name: 'Digit',
        required: true,
        about: 'The MF digit to play.',
      },
      {
        name: 'Duration',
        required: false,
        about: 'The duration, in milliseconds, of the digit to be played.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'PresenceState',
    summary: 'Check Presence State',
    about:
      "Report the presence state for the given presence provider.\nWill return a 'Presence State' message. The response will include the presence state and, if set, a presence subtype and custom message.",
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Provider',
        required: true,
        about: 'Presence Provider to check the state of',
      },
    ],
    list: null,
    seeAlso: ['PresenceStatus'],
  },
  {
    name: 'PresenceStateList',
    summary: 'List the current known presence states.',
    about:
      'This will list out all known presence states in a sequence of <PresenceStateChange> events. When finished, a <PresenceStateListComplete> event will be emitted.',
    privileges: ['call', 'reporting'],
    parameters: [],
    list: {
      items: ['PresenceStateChange'],
      end: 'PresenceStateListComplete',
    },
    seeAlso: ['PresenceState', 'PresenceStatus', 'PRESENCE_STATE'],
  },
  {
    name: 'QueueAdd',
    summary: 'Add interface to queue.',
    about: '',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Queue',
        required: true,
        about: "Queue's name.",
      },
      {
        name: 'Interface',
        required: true,
        about: 'The name of the interface (tech/name) to add to the queue.',
      },
      {
        name: 'Penalty',
        required: false,
        about:
          'A penalty (number) to apply to this member. Asterisk will distribute calls to members with higher penalties only after attempting to distribute calls to those with lower penalty.',
      },
      {
        name: 'Paused',
        required: false,
        about: 'To pause or not the member initially (true/false or 1/0).',
      },
      {
        name: 'Reason',
        required: false,
        about: 'Text description why the member is paused.',
      },
      {
        name: 'MemberName',
        required: false,
        about: 'Text alias for the interface.',
      },
      {
        name: 'StateInterface',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueChangePriorityCaller',
    summary: 'Change priority of a caller on queue.',
    about: '',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: true,
        about: 'The name of the queue to take action on.',
      },
      {
        name: 'Caller',
        required: true,
        about: 'The caller (channel) to change priority on queue.',
      },
      {
        name: 'Priority',
        required: true,
        about: 'Priority value for change for caller on queue.',
      },
      {
        name: 'Immediate',
        required: false,
        about:
          'When set to yes will cause the priority change to be reflected immediately, causing the channel to change position within the queue.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueLog',
    summary: 'Adds custom entry in queue_log.',
    about: '',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Queue',
        required: true,
        about: '',
      },
      {
        name: 'Event',
        required: true,
        about: '',
      },
      {
        name: 'Uniqueid',
        required: false,
        about: '',
      },
      {
        name: 'Interface',
        required: false,
        about: '',
      },
      {
        name: 'Message',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueMemberRingInUse',
    summary: 'Set the ringinuse value for a queue member.',
    about: '',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Interface',
        required: true,
        about: '',
      },
      {
        name: 'RingInUse',
        required: true,
        about: '',
      },
      {
        name: 'Queue',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueuePause',
    summary: 'Makes a queue member temporarily unavailable.',
    about: 'Pause or unpause a member in a queue.',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Interface',
        required: true,
        about: 'The name of the interface (tech/name) to pause or unpause.',
      },
      {
        name: 'Paused',
        required: true,
        about: "Pause or unpause the interface. Set to 'true' to pause the member or 'false' to unpause.",
      },
      {
        name: 'Queue',
        required: false,
        about:
          'The name of the queue in which to pause or unpause this member. If not specified, the member will be paused or unpaused in all the queues it is a member of.',
      },
      {
        name: 'Reason',
        required: false,
        about: 'Text description, returned in the event QueueMemberPause.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueuePenalty',
    summary: 'Set the penalty for a queue member.',
    about: 'Change the penalty of a queue member',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Interface',
        required: true,
        about: 'The interface (tech/name) of the member whose penalty to change.',
      },
      {
        name: 'Penalty',
        required: true,
        about: 'The new penalty (number) for the member. Must be nonnegative.',
      },
      {
        name: 'Queue',
        required: false,
        about:
          'If specified, only set the penalty for the member of this queue. Otherwise, set the penalty for the member in all queues to which the member belongs.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueReload',
    summary: 'Reload a queue, queues, or any sub-section of a queue or queues.',
    about: '',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: false,
        about: 'The name of the queue to take action on. If no queue name is specified, then all queues are affected.',
      },
      {
        name: 'Members',
        required: false,
        about: "Whether to reload the queue's members.\nyes\nno",
      },
      {
        name: 'Rules',
        required: false,
        about: 'Whether to reload queuerules.conf\nyes\nno',
      },
      {
        name: 'Parameters',
        required: false,
        about: 'Whether to reload the other queue options.\nyes\nno',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueRemove',
    summary: 'Remove interface from queue.',
    about: '',
    privileges: ['agent'],
    parameters: [
      {
        name: 'Queue',
        required: true,
        about: 'The name of the queue to take action on.',
      },
      {
        name: 'Interface',
        required: true,
        about: 'The interface (tech/name) to remove from queue.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueReset',
    summary: 'Reset queue statistics.',
    about: 'Reset the statistics for a queue.',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: false,
        about: 'The name of the queue on which to reset statistics.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueRule',
    summary: 'Queue Rules.',
    about: 'List queue rules defined in queuerules.conf',
    privileges: [],
    parameters: [
      {
        name: 'Rule',
        required: false,
        about: 'The name of the rule in queuerules.conf whose contents to list.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueStatus',
    summary: 'Show queue status.',
    about: 'Check the status of one or more queues.',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: false,
        about: 'Limit the response to the status of the specified queue.',
      },
      {
        name: 'Member',
        required: false,
        about: 'Limit the response to the status of the specified member.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueSummary',
    summary: 'Show queue summary.',
    about: 'Request the manager to send a QueueSummary event.',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: false,
        about: 'Queue for which the summary is requested.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'QueueWithdrawCaller',
    summary: 'Request to withdraw a caller from the queue back to the dialplan.',
    about: '',
    privileges: [],
    parameters: [
      {
        name: 'Queue',
        required: true,
        about: 'The name of the queue to take action on.',
      },
      {
        name: 'Caller',
        required: true,
        about: 'The caller (channel) to withdraw from the queue.',
      },
      {
        name: 'WithdrawInfo',
        required: false,
        about:
          'Optional info to store. If the call is successfully withdrawn from the queue, this information will be available in the QUEUE_WITHDRAW_INFO variable.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Redirect',
    summary: 'Redirect (transfer) a call.',
    about: 'Redirect (transfer) a call.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel to redirect.',
      },
      {
        name: 'ExtraChannel',
        required: false,
        about: 'Second call leg to transfer (optional).',
      },
      {
        name: 'Exten',
        required: true,
        about: 'Extension to transfer to.',
      },
      {
        name: 'ExtraExten',
        required: false,
        about: 'Extension to transfer extrachannel to (optional).',
      },
      {
        name: 'Context',
        required: true,
        about: 'Context to transfer to.',
      },
      {
        name: 'ExtraContext',
        required: false,
        about: 'Context to transfer extrachannel to (optional).',
      },
      {
        name: 'Priority',
        required: true,
        about: 'Priority to transfer to.',
      },
      {
        name: 'ExtraPriority',
        required: false,
        about: 'Priority to transfer extrachannel to (optional).',
      },
    ],
    list: null,
    seeAlso: ['BlindTransfer'],
  },
  {
    name: 'Reload',
    summary: 'Send a reload event.',
    about: 'Send a reload event.',
    privileges: ['system', 'config'],
    parameters: [
      {
        name: 'Module',
        required: false,
        about: 'Name of the module to reload.',
      },
    ],
    list: null,
    seeAlso: ['ModuleLoad'],
  },
  {
    name: 'SendFlash',
    summary: 'Send a hook flash on a specific channel.',
    about: 'Sends a hook flash on the specified channel.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel name to send hook flash to.',
      },
      {
        name: 'Receive',
        required: false,
        about: 'Emulate receiving a hook flash on this channel instead of sending it out.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SendText',
    summary:
      'Sends a text message to channel. A content type can be optionally specified. If not set it is set to an empty string allowing a custom handler to default it as it sees fit.',
    about: 'Sends A Text Message to a channel while in a call.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'Channel to send message to.',
      },
      {
        name: 'Message',
        required: true,
        about: 'Message to send.',
      },
      {
        name: 'Content-Type',
        required: false,
        about: 'The type of content in the message',
      },
    ],
    list: null,
    seeAlso: ['SendText()'],
  },
  {
    name: 'Setvar',
    summary: 'Sets a channel variable or function value.',
    about:
      'This command can be used to set the value of channel variables or dialplan functions.\nNOTE: If a channel name is not provided then the variable is considered global.',
    privileges: ['call'],
    parameters: [
      {
        name: 'Channel',
        required: false,
        about: 'Channel to set variable for.',
      },
      {
        name: 'Variable',
        required: true,
        about: 'Variable name, function or expression.',
      },
      {
        name: 'Value',
        required: true,
        about: 'Variable or function value.',
      },
    ],
    list: null,
    seeAlso: ['Getvar'],
  },
  {
    name: 'ShowDialPlan',
    summary: 'Show dialplan contexts and extensions',
    about: 'Show dialplan contexts and extensions. Be aware that showing the full dialplan may take a lot of capacity.',
    privileges: ['config', 'reporting'],
    parameters: [
      {
        name: 'Extension',
        required: false,
        about: 'Show a specific extension.',
      },
      {
        name: 'Context',
        required: false,
        about: 'Show a specific context.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SorceryMemoryCacheExpire',
    summary: 'Expire (remove) ALL objects from a sorcery memory cache.',
    about: 'Expires (removes) ALL objects from a sorcery memory cache.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Cache',
        required: true,
        about: 'The name of the cache to expire all objects from.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SorceryMemoryCacheExpireObject',
    summary: 'Expire (remove) an object from a sorcery memory cache.',
    about:
      'Expires (removes) an object from a sorcery memory cache. If full backend caching is enabled this action is not available and will fail. In this case the SorceryMemoryCachePopulate or SorceryMemoryCacheExpire AMI actions must be used instead.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Cache',
        required: true,
        about: 'The name of the cache to expire the object from.',
      },
      {
        name: 'Object',
        required: true,
        about: 'The name of the object to expire.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SorceryMemoryCachePopulate',
    summary: 'Expire all objects from a memory cache and populate it with all objects from the backend.',
    about: 'Expires all objects from a memory cache and populate it with all objects from the backend.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Cache',
        required: true,
        about: 'The name of the cache to populate.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SorceryMemoryCacheStale',
    summary: 'Marks ALL objects in a sorcery memory cache as stale.',
    about: 'Marks ALL objects in a sorcery memory cache as stale.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Cache',
        required: true,
        about: 'The name of the cache to mark all object as stale in.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'SorceryMemoryCacheStaleObject',
    summary: 'Mark an object in a sorcery memory cache as stale.',
    about: 'Marks an object as stale within a sorcery memory cache.',
    privileges: ['system'],
    parameters: [
      {
        name: 'Cache',
        required: true,
        about: 'The name of the cache to mark the object as stale in.',
      },
      {
        name: 'Object',
        required: true,
        about: 'The name of the object to mark as stale.',
      },
      {
        name: 'Reload',
        required: false,
        about:
          'If true, then immediately reload the object from the backend cache instead of waiting for the next retrieval',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'Status',
    summary: 'List channel status.',
    about:
      'Will return the status information of each channel along with the value for the specified channel variables.',
    privileges: ['system', 'call', 'reporting'],
    parameters: [
      {
        name: 'Channel',
        required: false,
        about: 'The name of the channel to query for status.',
      },
      {
        name: 'Variables',
        required: false,
        about: "Comma ',' separated list of variable to include.",
      },
      {
        name: 'AllVariables',
        required: false,
        about:
          'If set to "true", the Status event will include all channel variables for the requested channel(s).\ntrue\nfalse',
      },
    ],
    list: {
      items: ['Status'],
      end: 'StatusComplete',
    },
    seeAlso: [],
  },
  {
    name: 'StopMixMonitor',
    summary: "Stop recording a call through MixMonitor, and free the recording's file handle.",
    about:
      "This action stops the audio recording that was started with the 'MixMonitor' action on the current channel.",
    privileges: ['system', 'call'],
    parameters: [
      {
        name: 'Channel',
        required: true,
        about: 'The name of the channel monitored.',
      },
      {
        name: 'MixMonitorID',
        required: false,
        about: 'If a valid ID is provided, then this command will stop only that specific MixMonitor.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'UpdateConfig',
    summary: 'Update basic configuration.',
    about: 'This action will modify, create, or delete configuration elements in Asterisk configuration files.',
    privileges: ['config'],
    parameters: [
      {
        name: 'SrcFilename',
        required: true,
        about: 'Configuration filename to read (e.g. "foo.conf").',
      },
      {
        name: 'DstFilename',
        required: true,
        about: 'Configuration filename to write (e.g. "foo.conf")',
      },
      {
        name: 'Reload',
        required: false,
        about: 'Whether or not a reload should take place (or name of specific module).',
      },
      {
        name: 'PreserveEffectiveContext',
        required: false,
        about:
          'Whether the effective category contents should be preserved on template change. Default is true (pre 13.2 behavior).',
      },
      {
        name: 'Action-000000',
        required: false,
        about:
          "Action to take.\n0's represent 6 digit number beginning with 000000.\nNewCat\nRenameCat\nDelCat\nEmptyCat\nUpdate\nDelete\nAppend\nInsert",
      },
      {
        name: 'Cat-000000',
        required: false,
        about: "Category to operate on.\n0's represent 6 digit number beginning with 000000.",
      },
      {
        name: 'Var-000000',
        required: false,
        about: "Variable to work on.\n0's represent 6 digit number beginning with 000000.",
      },
      {
        name: 'Value-000000',
        required: false,
        about: "Value to work on.\n0's represent 6 digit number beginning with 000000.",
      },
      {
        name: 'Match-000000',
        required: false,
        about: "Extra match required to match line.\n0's represent 6 digit number beginning with 000000.",
      },
      {
        name: 'Line-000000',
        required: false,
        about:
          "Line in category to operate on (used with delete and insert actions).\n0's represent 6 digit number beginning with 000000.",
      },
      {
        name: 'Options-000000',
        required: false,
        about:
          "A comma separated list of action-specific options.\nNewCat - One or more of the following...\nallowdups - Allow duplicate category names.\ntemplate - This category is a template.\ninherit=\"template[,...]\" - Templates from which to inherit.\n\nThe following actions share the same options...\nRenameCat\nDelCat\nEmptyCat\nUpdate\nDelete\nAppend\nInsert -\ncatfilter=\"<expression>[,...]\" -\nA comma separated list of <name_regex>=<value_regex> expressions which will cause only categories whose variables match all expressions to be considered. The special variable name 'TEMPLATES' can be used to control whether templates are included. Passing 'include' as the value will include templates along with normal categories. Passing 'restrict' as the value will restrict the operation to ONLY templates. Not specifying a 'TEMPLATES' expression results in the default behavior which is to not include templates.\n'catfilter' is most useful when a file contains multiple categories with the same name and you wish to operate on specific ones instead of all of them.\n0's represent 6 digit number beginning with 000000.",
      },
    ],
    list: null,
    seeAlso: ['GetConfig', 'GetConfigJSON', 'CreateConfig', 'ListCategories'],
  },
  {
    name: 'UserEvent',
    summary: 'Send an arbitrary event.',
    about: 'Send an event to manager sessions.',
    privileges: ['user'],
    parameters: [
      {
        name: 'UserEvent',
        required: true,
        about: 'Event string to send.',
      },
      {
        name: 'Header1',
        required: false,
        about: 'Content1.',
      },
      {
        name: 'HeaderN',
        required: false,
        about: 'ContentN.',
      },
    ],
    list: null,
    seeAlso: ['UserEvent', 'UserEvent()'],
  },
  {
    name: 'VoicemailBoxSummary',
    summary: 'Show the mailbox contents of given voicemail user.',
    about: "Retrieves the contents of the given voicemail user's mailbox.",
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'The context you want to check.',
      },
      {
        name: 'Mailbox',
        required: true,
        about: 'The mailbox you want to check.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailForward',
    summary: 'Forward Voicemail from one mailbox folder to another between given users.',
    about:
      "Forward a given Voicemail from a user's Mailbox Folder to another user's Mailbox Folder. Can be used to copy between Folders within a mailbox by specifying the to context and user as the same as the from.",
    privileges: ['user'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'The context of the Voicemail you want to move.',
      },
      {
        name: 'Mailbox',
        required: true,
        about: 'The mailbox of the Voicemail you want to move.',
      },
      {
        name: 'Folder',
        required: true,
        about: 'The Folder containing the Voicemail you want to move.',
      },
      {
        name: 'ID',
        required: true,
        about: 'The ID of the Voicemail you want to move.',
      },
      {
        name: 'ToContext',
        required: true,
        about: 'The context you want to move the Voicemail to.',
      },
      {
        name: 'ToMailbox',
        required: true,
        about: 'The mailbox you want to move the Voicemail to.',
      },
      {
        name: 'ToFolder',
        required: true,
        about: 'The Folder you want to move the Voicemail to.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailMove',
    summary: 'Move Voicemail between mailbox folders of given user.',
    about: "Move a given Voicemail between Folders within a user's Mailbox.",
    privileges: ['user'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'The context of the Voicemail you want to move.',
      },
      {
        name: 'Mailbox',
        required: true,
        about: 'The mailbox of the Voicemail you want to move.',
      },
      {
        name: 'Folder',
        required: true,
        about: 'The Folder containing the Voicemail you want to move.',
      },
      {
        name: 'ID',
        required: true,
        about: 'The ID of the Voicemail you want to move.',
      },
      {
        name: 'ToFolder',
        required: true,
        about: 'The Folder you want to move the Voicemail to.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailRefresh',
    summary: 'Tell Asterisk to poll mailboxes for a change',
    about:
      "Normally, MWI indicators are only sent when Asterisk itself changes a mailbox. With external programs that modify the content of a mailbox from outside the application, an option exists called 'pollmailboxes' that will cause voicemail to continually scan all mailboxes on a system for changes. This can cause a large amount of load on a system. This command allows external applications to signal when a particular mailbox has changed, thus permitting external applications to modify mailboxes and MWI to work without introducing considerable CPU load.\nIf <Context> is not specified, all mailboxes on the system will be polled for changes. If <Context> is specified, but <Mailbox> is omitted, then all mailboxes within <Context> will be polled. Otherwise, only a single mailbox will be polled for changes.",
    privileges: ['user'],
    parameters: [
      {
        name: 'Context',
        required: false,
        about: '',
      },
      {
        name: 'Mailbox',
        required: false,
        about: '',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailRemove',
    summary: 'Remove Voicemail from mailbox folder.',
    about: "Remove a given Voicemail from a user's Mailbox Folder.",
    privileges: ['user'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'The context of the Voicemail you want to remove.',
      },
      {
        name: 'Mailbox',
        required: true,
        about: 'The mailbox of the Voicemail you want to remove.',
      },
      {
        name: 'Folder',
        required: true,
        about: 'The Folder containing the Voicemail you want to remove.',
      },
      {
        name: 'ID',
        required: true,
        about: 'The ID of the Voicemail you want to remove.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailUserStatus',
    summary: "Show the status of given voicemail user's info.",
    about: 'Retrieves the status of the given voicemail user.',
    privileges: ['call', 'reporting'],
    parameters: [
      {
        name: 'Context',
        required: true,
        about: 'The context you want to check.',
      },
      {
        name: 'Mailbox',
        required: true,
        about: 'The mailbox you want to check.',
      },
    ],
    list: null,
    seeAlso: [],
  },
  {
    name: 'VoicemailUsersList',
    summary: 'List All Voicemail User Information.',
    about: '',
    privileges: ['call', 'reporting'],
    parameters: [],
    list: null,
    seeAlso: [],
  },
  {
    name: 'WaitEvent',
    summary: 'Wait for an event to occur.',
    about:
      "This action will elicit a 'Success' response. Whenever a manager event is queued. Once WaitEvent has been called on an HTTP manager session, events will be generated and queued.",
    privileges: [],
    parameters: [
      {
        name: 'Timeout',
        required: true,
        about: "Maximum time (in seconds) to wait for events, '-1' means forever.",
      },
    ],
    list: null,
    seeAlso: [],
  },
]
