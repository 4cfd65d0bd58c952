/**
 * Names of events that nobody here uses: safe to drop in bytes, before they are parsed. Ends of lists and the answer
 * to an Originate are not among them, because whoever sent the action waits for those.
 */
export const DROPPED_EVENTS: ReadonlySet<string> = new Set([
  // Class dialplan and reporting: most of all bytes.
  'VarSet',
  'Newexten',
  'RTCPSent',
  'RTCPReceived',
  'TestEvent',
  // Channels and bridges: nothing that a snapshot elsewhere does not tell.
  'AOC-D',
  'AOC-E',
  'AOC-S',
  'AgentLogin',
  'AgentLogoff',
  'BridgeCreate',
  'BridgeInfoUpdate',
  'BridgeMerge',
  'BridgeVideoSourceUpdate',
  'ChannelTalkingStart',
  'ChannelTalkingStop',
  'DTMFBegin',
  'DTMFEnd',
  'DeadlockStart',
  'DialState',
  'FAXStatus',
  'Flash',
  'HangupHandlerPop',
  'HangupHandlerPush',
  'HangupHandlerRun',
  'LocalOptimizationBegin',
  'LocalOptimizationEnd',
  'MusicOnHoldStart',
  'MusicOnHoldStop',
  'NewAccountCode',
  'SoftHangupRequest',
  'Wink',
  // Outside the calls.
  'ChallengeResponseFailed',
  'ChallengeSent',
  'DNDState',
  'FailedACL',
  'InvalidAccountID',
  'InvalidPassword',
  'MCID',
  'MWIGet',
  'RequestBadFormat',
  'SuccessfulAuth',
  'UserEvent',
])

/**
 * Of all that the dialplan does and sets, one variable says how a queue was left or not entered, and one application which
 * queue that was; everything else about it is dropped.
 */
export const KEPT_EVENTS: Readonly<Record<string, string>> = {
  VarSet: 'Variable: QUEUESTATUS',
  Newexten: 'Application: Queue',
}
