/** Events that no reducer reads. With the usual event mask most do not come at all; the rest is dropped in bytes. */
export const UNUSED_EVENTS: readonly string[] = [
  ...['VarSet', 'Newexten', 'DTMFBegin', 'DTMFEnd', 'MusicOnHoldStart', 'MusicOnHoldStop', 'TestEvent', 'DialState'],
  ...['RTCPSent', 'RTCPReceived', 'Cdr', 'CEL', 'UserEvent', 'AGIExecStart', 'AGIExecEnd', 'AsyncAGIExec'],
  ...['ChannelTalkingStart', 'ChannelTalkingStop', 'SoftHangupRequest', 'MessageWaiting', 'MiniVoiceMail'],
  ...['SuccessfulAuth', 'ChallengeSent', 'ChallengeResponseFailed', 'InvalidPassword', 'InvalidAccountID'],
]
