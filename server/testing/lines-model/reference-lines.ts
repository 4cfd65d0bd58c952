import type { Headers, Item } from '../model/message-text'
import type { Seeded } from '../model/seeded'

type Contact = { uri: string; reach: 'Reachable' | 'Unreachable' | 'NonQualified'; fixed: boolean }
type Event = readonly [name: string, headers: Headers]

/** Phones, trunks, registrations and mailboxes as an Asterisk keeps them, telling what changes as one does. */
export class ReferenceLines {
  private readonly endpoints = new Map<string, Contact[]>()
  private readonly peers = new Map<string, string>()
  private readonly registrations = new Map<string, string>()
  private readonly mailboxes = new Map<string, { fresh: number; old: number }>()
  private readonly presences = new Map<string, string>()
  private last = 0

  constructor(
    private readonly random: Seeded,
    private readonly emit: (event: Event) => void,
  ) {
    for (const name of ['101', '102', '103', 'trunk']) this.endpoints.set(name, [])
    this.endpoints.get('trunk')?.push({ uri: 'sip:far@192.0.2.9:5060', reach: 'Unreachable', fixed: true })
    for (const name of ['far', 'branch']) this.peers.set(name, 'UNREACHABLE')
    for (const name of ['trunk', 'backup']) this.registrations.set(name, 'Rejected')
    for (const name of ['101', '102']) this.mailboxes.set(name, { fresh: 0, old: 0 })
  }

  /** Something happens, and is told. */
  live(): void {
    const [comes, goes, answers, peer, registration, message, presence] = [
      () => this.register(),
      () => this.unregister(),
      () => this.qualify(),
      () => this.peerChanges(),
      () => this.registrationChanges(),
      () => this.messageComes(),
      () => this.presenceChanges(),
    ]
    this.random.pick([comes, goes, answers, answers, peer, registration, message, presence])?.()
  }

  /** Somebody edits the configuration; whoever reloads tells no more than that. */
  edit(): void {
    const name = `${200 + this.last++}`
    if (this.random.chance(0.5)) this.endpoints.set(name, [])
    else this.endpoints.delete(this.random.pick([...this.endpoints.keys()]) ?? '')
    if (this.random.chance(0.3)) this.mailboxes.set(name, { fresh: 0, old: 0 })
    if (this.random.chance(0.3)) this.registrations.delete('backup')
    if (this.random.chance(0.2)) this.peers.delete('branch')
  }

  /** The items of a list as it would be answered now; `only`: of this endpoint. */
  items(action: string, only: string | undefined): Item[] {
    switch (action) {
      case 'PJSIPShowEndpoints':
        return [...this.endpoints].map(([name, contacts]) => {
          const Contacts = contacts.map(({ uri }) => `${name}/${uri},`).join('')
          return ['EndpointList', { ObjectName: name, Aor: name, Contacts, DeviceState: 'Not in use' }]
        })
      case 'PJSIPShowContacts':
        return this.contacts(false).map(([name, { uri, reach }]) => {
          const contact = { ObjectName: `${name};@abc`, Endpoint: name, Uri: uri, UserAgent: `Phone ${name}` }
          return ['ContactList', { ...contact, Status: reach, RoundtripUsec: trip(reach) }]
        })
      case 'PJSIPShowEndpoint':
        return [
          ['EndpointDetail', { ObjectName: only, DeviceStateBusyAt: only === 'trunk' ? 4 : 0, Mailboxes: '' }],
          ...this.contacts(true)
            .filter(([name]) => name === only)
            .map(([name, { uri, reach }]): Item => {
              const contact = { AOR: name, URI: uri, EndpointName: name, UserAgent: '' }
              return ['ContactStatusDetail', { ...contact, Status: reach, RoundtripUsec: trip(reach) }]
            }),
        ]
      case 'IAXpeerlist':
        return [...this.peers].map(([name, Status]) => {
          const peer = { Channeltype: 'IAX', ObjectName: name, IPaddress: '192.0.2.7', Port: 4569, Dynamic: 'no' }
          return ['PeerEntry', { ...peer, Status }]
        })
      case 'PJSIPShowRegistrationsOutbound':
        return [...this.registrations].map(([name, Status]) => {
          const uris = { ServerUri: `sip:${name}.example.net`, ClientUri: `sip:us@${name}.example.net` }
          const endpoint = name === 'trunk' ? { Endpoint: 'trunk' } : {}
          return ['OutboundRegistrationDetail', { ObjectName: name, ...uris, Status, NextReg: 0, ...endpoint }]
        })
      case 'VoicemailUsersList':
        return [...this.mailboxes].map(([VoiceMailbox, { fresh, old }]) => {
          const box = { VMContext: 'default', VoiceMailbox, Fullname: `Owner ${VoiceMailbox}` }
          return ['VoicemailUserEntry', { ...box, NewMessageCount: fresh, OldMessageCount: old }]
        })
      case 'PresenceStateList':
        return [...this.presences].map(([Presentity, Status]) => ['PresenceStateChange', { Presentity, Status }])
      case 'ExtensionStateList':
        return ['101', '102'].map((Exten) => {
          const Hint = `PJSIP/${Exten},CustomPresence:${Exten}`
          return ['ExtensionStatus', { Exten, Context: 'internal', Hint, Status: 0 }]
        })
      default:
        return []
    }
  }

  private contacts(fixed: boolean): [string, Contact][] {
    return [...this.endpoints].flatMap(([name, contacts]) =>
      contacts.filter((contact) => contact.fixed === fixed).map((contact): [string, Contact] => [name, contact]),
    )
  }

  private register(): void {
    const [name, contacts] = this.random.pick([...this.endpoints]) ?? []
    if (!name || !contacts || contacts.length > 2) return
    const uri = `sip:${name}@192.0.2.1:${5060 + this.last++}`
    const contact: Contact = { uri, reach: 'NonQualified', fixed: false }
    contacts.push(contact)
    this.tell(name, contact)
  }

  private unregister(): void {
    const [name, contact] = this.random.pick(this.contacts(false)) ?? []
    if (!name || !contact) return
    this.endpoints.set(name, this.endpoints.get(name)?.filter((one) => one !== contact) ?? [])
    this.tell(name, { ...contact, reach: 'Removed' })
  }

  private qualify(): void {
    const [name, contact] = this.random.pick([...this.contacts(false), ...this.contacts(true)]) ?? []
    if (!name || !contact) return
    contact.reach = contact.reach === 'Reachable' ? 'Unreachable' : 'Reachable'
    this.tell(name, contact)
  }

  private tell(name: string, { uri, reach }: { uri: string; reach: string }): void {
    const who = { URI: uri, ContactStatus: reach, AOR: name, EndpointName: name, RoundtripUsec: trip(reach) }
    this.emit(['ContactStatus', who])
  }

  private peerChanges(): void {
    const [name, status] = this.random.pick([...this.peers]) ?? []
    if (!name) return
    const isBack = status === 'UNREACHABLE'
    this.peers.set(name, isBack ? 'OK (12 ms)' : 'UNREACHABLE')
    const told = isBack ? { PeerStatus: 'Reachable', Time: 12 } : { PeerStatus: 'Unreachable', Time: -1 }
    this.emit(['PeerStatus', { ChannelType: 'IAX2', Peer: `IAX2/${name}`, ...told }])
  }

  private registrationChanges(): void {
    const name = this.random.pick([...this.registrations.keys()])
    if (!name) return
    const Status = this.random.pick(['Registered', 'Unregistered', 'Rejected']) ?? ''
    this.registrations.set(name, Status)
    const who = { Username: `sip:us@${name}.example.net`, Domain: `sip:${name}.example.net` }
    this.emit(['Registry', { ChannelType: 'PJSIP', ...who, Status }])
  }

  private messageComes(): void {
    const [name, box] = this.random.pick([...this.mailboxes]) ?? []
    if (!name || !box) return
    if (this.random.chance(0.6)) box.fresh += 1
    else if (box.fresh > 0) {
      box.fresh -= 1
      box.old += 1
    }
    this.emit(['MessageWaiting', { Mailbox: `${name}@default`, Waiting: 1, New: box.fresh, Old: box.old }])
  }

  private presenceChanges(): void {
    const presentity = `CustomPresence:${this.random.pick(['101', '102'])}`
    const Status = this.random.pick(['available', 'away', 'dnd']) ?? ''
    this.presences.set(presentity, Status)
    this.emit(['PresenceStateChange', { Presentity: presentity, Status, Subtype: '', Message: '' }])
  }
}

function trip(reach: string): number {
  return reach === 'Reachable' ? 5000 : 0
}
