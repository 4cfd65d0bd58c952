// Fields as Asterisk 22.10 lists them, in its order, with the values that are the same with everybody.

/** `AorList`, and the beginning of `AorDetail`. */
export const AOR_FIELDS = `
ObjectType: aor
ObjectName:
MinimumExpiration: 60
DefaultExpiration: 3600
QualifyTimeout: 3.000000
Qualify2xxOnly: false
Mailboxes:
SupportPath: false
RemoveUnavailable: false
VoicemailExtension:
MaxContacts: 1
AuthenticateQualify: false
Contacts:
MaximumExpiration: 7200
QualifyFrequency: 0
RemoveExisting: false
OutboundProxy:
`

/** `TransportDetail`. */
export const TRANSPORT_FIELDS = `
ObjectType: transport
ObjectName: udp
WebsocketWriteTimeout: 100
Cos: 0
TcpKeepaliveEnable: false
Protocol: udp
SymmetricTransport: false
Domain:
VerifyServer: No
LocalNet:
Bind: 0.0.0.0:5060
AllowWildcardCerts: No
TcpKeepaliveIntervalTime: 1
AsyncOperations: 1
ExternalMediaAddress:
Method: unspecified
ExternalSignalingAddress:
RequireClientCert: No
TcpKeepaliveIdleTime: 30
Tos: 0
CaListPath:
Cipher:
CertFile:
ExternalSignalingPort: 0
Password:
AllowReload: false
VerifyClient: No
TcpKeepaliveProbeCount: 5
PrivKeyFile:
CaListFile:
EndpointName:
`

/** `ContactList`. */
export const CONTACT_FIELDS = `
ObjectType: contact
ObjectName:
ViaAddr:
QualifyTimeout: 3.000000
Qualify2xxOnly: false
CallId:
RegServer:
PruneOnBoot: no
Path:
Endpoint:
ViaPort: 5060
AuthenticateQualify: no
Uri:
QualifyFrequency: 60
UserAgent:
ExpirationTime:
OutboundProxy:
Status:
RoundtripUsec:
`

/** `ContactStatusDetail`. */
export const CONTACT_STATUS_FIELDS = `
AOR:
URI:
UserAgent:
RegExpire:
Status:
RoundtripUsec:
EndpointName:
ID:
AuthenticateQualify: 0
OutboundProxy:
Path:
QualifyFrequency: 60
QualifyTimeout: 3.000
Qualify2xxOnly: 0
`

/** `OutboundRegistrationDetail`. */
export const REGISTRATION_FIELDS = `
ObjectType: registration
ObjectName:
MaxRetries: 10
ClientUri:
SecurityNegotiation: no
AuthRejectionPermanent: true
ServerUri:
MaxRandomInitialDelay: 10
SupportPath: false
RetryInterval: 60
ContactHeaderParams:
Expiration:
Transport: udp
Line: false
ContactUser:
Endpoint:
UserAgent:
ForbiddenRetryInterval: 0
OutboundAuth:
OutboundProxy:
FatalRetryInterval: 0
SupportOutbound: no
Status:
NextReg:
`
