// Fields as Asterisk 22.10 lists them, in its order, with the values that are the same with everybody.

/** `VoicemailUserEntry`. */
export const MAILBOX_FIELDS = `
VMContext: default
VoiceMailbox:
Fullname:
Email:
Pager:
ServerEmail: asterisk
FromString:
MailCommand: /usr/sbin/sendmail -t
Language:
TimeZone:
Callback:
Dialout:
UniqueID:
ExitContext:
SayDurationMinimum: 2
SayEnvelope: Yes
SayCID: No
AttachMessage: Yes
AttachmentFormat:
DeleteMessage: No
VolumeGain: 0.00
CanReview: No
CanMarkUrgent: Yes
CallOperator: No
MaxMessageCount: 100
MaxMessageLength: 180
NewMessageCount:
OldMessageCount:
`
