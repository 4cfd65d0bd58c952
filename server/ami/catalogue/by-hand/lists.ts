type List = { items: readonly string[]; end: string }

const list = (end: string, ...items: string[]): List => ({ items, end })

/**
 * Lists whose documentation does not say so, or says it incompletely: read from what Asterisk sends, and from its sources where
 * no such device can be had (channels/chan_dahdi.c, apps/app_meetme.c, res/res_mwi_external_ami.c).
 */
export const LISTS: Readonly<Record<string, List>> = {
  Agents: list('AgentsComplete', 'Agents'),
  BridgeList: list('BridgeListComplete', 'BridgeListItem'),
  BridgeTechnologyList: list('BridgeTechnologyListComplete', 'BridgeTechnologyListItem'),
  ConfbridgeList: list('ConfbridgeListComplete', 'ConfbridgeList'),
  ConfbridgeListRooms: list('ConfbridgeListRoomsComplete', 'ConfbridgeListRooms'),
  CoreShowChannelMap: list('CoreShowChannelMapComplete', 'CoreShowChannelMap'),
  DAHDIShowChannels: list('DAHDIShowChannelsComplete', 'DAHDIShowChannels'),
  DAHDIShowStatus: list('DAHDIShowStatusComplete', 'DAHDIShowStatus'),
  DBGet: list('DBGetComplete', 'DBGetResponse'),
  DBGetTree: list('DBGetTreeComplete', 'DBGetTreeResponse'),
  FAXSessions: list('FAXSessionsComplete', 'FAXSessionsEntry'),
  IAXpeerlist: list('PeerlistComplete', 'PeerEntry'),
  IAXpeers: list('PeerlistComplete', 'PeerEntry'),
  IAXregistry: list('RegistrationsComplete', 'RegistryEntry'),
  MWIGet: list('MWIGetComplete', 'MWIGet'),
  MeetmeList: list('MeetmeListComplete', 'MeetmeList'),
  MeetmeListRooms: list('MeetmeListRoomsComplete', 'MeetmeListRooms'),
  PJSIPShowMaintenance: list('PJSIPMaintenanceStatusComplete', 'PJSIPMaintenanceStatus'),
  PJSIPShowRegistrationInboundContactStatuses: list('ContactStatusDetailComplete', 'ContactStatusDetail'),
  PJSIPShowRegistrationsInbound: list('InboundRegistrationDetailComplete', 'InboundRegistrationDetail'),
  PJSIPShowRegistrationsOutbound: list(
    'OutboundRegistrationDetailComplete',
    ...['OutboundRegistrationDetail', 'AuthDetail'],
  ),
  PJSIPShowResourceLists: list('ResourceListDetailComplete', 'ResourceListDetail'),
  PJSIPShowSubscriptionsInbound: list('InboundSubscriptionDetailComplete', 'InboundSubscriptionDetail'),
  PJSIPShowSubscriptionsOutbound: list('OutboundSubscriptionDetailComplete', 'OutboundSubscriptionDetail'),
  PRIShowSpans: list('PRIShowSpansComplete', 'PRIShowSpans'),
  ParkedCalls: list('ParkedCallsComplete', 'ParkedCall'),
  Parkinglots: list('ParkinglotsComplete', 'Parkinglot'),
  QueueStatus: list('QueueStatusComplete', 'QueueParams', 'QueueMember', 'QueueEntry'),
  QueueSummary: list('QueueSummaryComplete', 'QueueSummary'),
  SIPpeers: list('PeerlistComplete', 'PeerEntry'),
  SIPpeerstatus: list('SIPpeerstatusComplete', 'PeerStatus'),
  SIPshowregistry: list('RegistrationsComplete', 'RegistryEntry'),
  SKINNYdevices: list('DevicelistComplete', 'DeviceEntry'),
  SKINNYlines: list('LinelistComplete', 'LineEntry'),
  ShowDialPlan: list('ShowDialPlanComplete', 'ListDialplan'),
  VoicemailBoxSummary: list('VoicemailBoxDetailComplete', 'VoicemailBoxDetail'),
  VoicemailUserStatus: list('VoicemailUserDetailComplete', 'VoicemailUserDetail'),
  VoicemailUsersList: list('VoicemailUserEntryComplete', 'VoicemailUserEntry'),
}
