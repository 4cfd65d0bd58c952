/**
 * Names of headers as Asterisk 16 and 22 write them on a queue system. XML answers carry them in lower case, with `_` for
 * every sign that is neither letter nor digit (main/manager.c `xml_copy_escape`).
 */
const NAMES = `
  Abandoned AccountCode AccountID ActionID ActiveChannels Admin AMIversion AnsweredTime AOR AorName AORs AppData
  AppFile AppFunction Application ApplicationData AppLine AsteriskVersion Attempt Auths Available Body BridgeCreator
  BridgeId BridgeName BridgeNumChannels BridgeTechnology BridgeType BridgeUniqueid BridgeVideoSourceMode CallerIDName
  CallerIDNum Callers CallID Calls CallsTaken Cause Cause-txt Challenge Channel ChannelState ChannelStateDesc
  ChannelType CID-CallingPres Class ClientURI Completed Conference ConnectedLineName ConnectedLineNum Contact
  Contacts ContactsRegistered ContactStatus Context Control CoreCDRenabled CoreCurrentCalls CoreHTTPenabled
  CoreMaxCalls CoreMaxFilehandles CoreMaxLoadAvg CoreProcessedCalls CoreRealTimeEnabled CoreReloadDate CoreReloadTime
  CoreRunGroup CoreRunUser CoreStartupDate CoreStartupTime Count Data DestAccountCode DestBridgeUniqueid
  DestCallerIDName DestCallerIDNum DestChannel DestChannelState DestChannelStateDesc DestConnectedLineName
  DestConnectedLineNum DestContext DestExten DestLanguage DestLinkedid DestPriority DestType DestUniqueid Device
  DeviceState Dialled DialStatus DialString Digit Direction Domain Duration DurationMs Dynamic EndMarked EndMarkedAny
  Endpoint EndpointName Event EventList Events EventTV EventVersion Exten Extension Family Feature File
  FromBridgeCreator FromBridgeName FromBridgeNumChannels FromBridgeTechnology FromBridgeType FromBridgeUniqueid
  FromBridgeVideoSourceMode Fullname Goodbye Hint HoldTime Host Id InCall Interface IsExternal Key Language LastCall
  LastPause LastReload Linkedid ListItems LocalAddress LocalOneAccountCode LocalOneCallerIDName LocalOneCallerIDNum
  LocalOneChannel LocalOneChannelState LocalOneChannelStateDesc LocalOneConnectedLineName LocalOneConnectedLineNum
  LocalOneContext LocalOneExten LocalOneLanguage LocalOneLinkedid LocalOnePriority LocalOneUniqueid LocalOptimization
  LocalTwoAccountCode LocalTwoCallerIDName LocalTwoCallerIDNum LocalTwoChannel LocalTwoChannelState
  LocalTwoChannelStateDesc LocalTwoConnectedLineName LocalTwoConnectedLineNum LocalTwoContext LocalTwoExten
  LocalTwoLanguage LocalTwoLinkedid LocalTwoPriority LocalTwoUniqueid Location LoggedIn LoginTime LongestHoldTime Mac
  Mailbox MarkedUser Max MemberName Membership Message MixMonitorID Mode Module MusicClass Muted Name New Newname
  NewState NextReg Note Note2 ObjectName Old OldState Opaque-data OrigBridgeCreator OrigBridgeName
  OrigBridgeNumChannels OrigBridgeTechnology OrigBridgeType OrigBridgeUniqueid OrigBridgeVideoSourceMode
  OriginalPosition OrigTransfererAccountCode OrigTransfererCallerIDName OrigTransfererCallerIDNum
  OrigTransfererChannel OrigTransfererChannelState OrigTransfererChannelStateDesc OrigTransfererConnectedLineName
  OrigTransfererConnectedLineNum OrigTransfererContext OrigTransfererExten OrigTransfererLanguage
  OrigTransfererLinkedid OrigTransfererPriority OrigTransfererUniqueid OutboundAuths Output ParkeeAccountCode
  ParkeeCallerIDName ParkeeCallerIDNum ParkeeChannel ParkeeChannelState ParkeeChannelStateDesc
  ParkeeConnectedLineName ParkeeConnectedLineNum ParkeeContext ParkeeExten ParkeeLanguage ParkeeLinkedid
  ParkeePriority ParkeeUniqueid ParkerDialString ParkingDuration Parkinglot ParkingSpace ParkingTimeout Paused
  PausedReason Peer PeerCount PeerStatus Penalty Ping Port Position Presentity PriorCallID Priority Privilege
  QualifyFrequency QualifyTimeout Queue Reason RegExpire RemoteAddress ReportBlock RequestType Response Restart
  Result RetrieverAccountCode RetrieverCallerIDName RetrieverCallerIDNum RetrieverChannel RetrieverChannelState
  RetrieverChannelStateDesc RetrieverConnectedLineName RetrieverConnectedLineNum RetrieverContext RetrieverExten
  RetrieverLanguage RetrieverLinkedid RetrieverPriority RetrieverUniqueid Ringinuse RingTime RoundtripUsec
  SecondBridgeCreator SecondBridgeName SecondBridgeNumChannels SecondBridgeTechnology SecondBridgeType
  SecondBridgeUniqueid SecondBridgeVideoSourceMode SecondTransfererAccountCode SecondTransfererCallerIDName
  SecondTransfererCallerIDNum SecondTransfererChannel SecondTransfererChannelState SecondTransfererChannelStateDesc
  SecondTransfererConnectedLineName SecondTransfererConnectedLineNum SecondTransfererContext SecondTransfererExten
  SecondTransfererLanguage SecondTransfererLinkedid SecondTransfererPriority SecondTransfererUniqueid ServerURI
  Service ServiceLevel ServicelevelPerf ServicelevelPerf2 SessionID SessionTV Severity SoundsSearchCustomDir Source
  SourceAccountCode SourceCallerIDName SourceCallerIDNum SourceChannel SourceChannelState SourceChannelStateDesc
  SourceConnectedLineName SourceConnectedLineNum SourceContext SourceExten SourceLanguage SourceLinkedid
  SourcePriority SourceUniqueid SpyeeAccountCode SpyeeCallerIDName SpyeeCallerIDNum SpyeeChannel SpyeeChannelState
  SpyeeChannelStateDesc SpyeeConnectedLineName SpyeeConnectedLineNum SpyeeContext SpyeeExten SpyeeLanguage
  SpyeeLinkedid SpyeePriority SpyeeUniqueid SpyerAccountCode SpyerCallerIDName SpyerCallerIDNum SpyerChannel
  SpyerChannelState SpyerChannelStateDesc SpyerConnectedLineName SpyerConnectedLineNum SpyerContext SpyerExten
  SpyerLanguage SpyerLinkedid SpyerPriority SpyerUniqueid State StateInterface Status StatusText Strategy SubEvent
  Subtype Success SwapUniqueid SystemName Talking TalkingStatus TalkTime TechCause Text Timestamp To ToBridgeCreator
  ToBridgeName ToBridgeNumChannels ToBridgeTechnology ToBridgeType ToBridgeUniqueid ToBridgeVideoSourceMode Total
  TotalContacts TransfereeAccountCode TransfereeCallerIDName TransfereeCallerIDNum TransfereeChannel
  TransfereeChannelState TransfereeChannelStateDesc TransfereeConnectedLineName TransfereeConnectedLineNum
  TransfereeContext TransfereeExten TransfereeLanguage TransfereeLinkedid TransfereePriority TransfereeUniqueid
  TransfererAccountCode TransfererCallerIDName TransfererCallerIDNum TransfererChannel TransfererChannelState
  TransfererChannelStateDesc TransfererConnectedLineName TransfererConnectedLineNum TransfererContext TransfererExten
  TransfererLanguage TransfererLinkedid TransfererPriority TransfererUniqueid TransferTargetAccountCode
  TransferTargetCallerIDName TransferTargetCallerIDNum TransferTargetChannel TransferTargetChannelState
  TransferTargetChannelStateDesc TransferTargetConnectedLineName TransferTargetConnectedLineNum TransferTargetContext
  TransferTargetExten TransferTargetLanguage TransferTargetLinkedid TransferTargetPriority TransferTargetUniqueid
  Transport Type Uniqueid Uniqueid1 Uniqueid2 Uptime URI UserAgent UserEvent Username UsingPassword Val Value
  Variable ViaAddress VMContext VoiceMailbox Wait Waiting WaitMarked Weight Wrapuptime
`

const known = new Map(
  NAMES.trim()
    .split(/\s+/)
    .map((name) => [name.toLowerCase().replace(/[^a-z0-9]/g, '_'), name]),
)

/** `ChanVariable(name)`, one header for each of manager.conf's channelvars; its signs are certain, its capitals lost. */
const CHANNEL_VARIABLE = /^(dest|)chanvariable_(.+)_$/

/**
 * The name of a header as Asterisk wrote it, from that of an XML attribute; one that is not known stays as it came. A
 * repeated header bears a number, which is left out: `output`, `output-2`.
 */
export function headerName(attribute: string): string {
  const name = attribute.replace(/-\d+$/, '')
  const variable = CHANNEL_VARIABLE.exec(name)
  if (variable) return `${variable[1] ? 'Dest' : ''}ChanVariable(${variable[2]})`
  // No name of an XML attribute may begin with a digit.
  return known.get(name) ?? name.replace(/^_(?=\d)/, '')
}
