import { beforeEach, describe, expect, test } from 'vitest'
import { mailboxId, registrationId } from '@/lib/domain/ids'
import type { Registration } from '@/lib/domain/line'
import { Scenario } from './testing/scenario'

let pbx: Scenario

beforeEach(() => {
  pbx = new Scenario()
})

const AT_CARRIER = { technology: 'PJSIP', server: 'sip.example.net', user: '4930555' } as const

function list(name: string, state: Registration['state'], fields: { listed?: boolean; outboundAuth?: string } = {}) {
  const rest = { nextAt: null, endpoint: null, outboundAuth: null, address: null, expirySeconds: 60, listed: true }
  return pbx.tell({ type: 'registrationListed', ...AT_CARRIER, name, state, ...rest, ...fields })
}

function change(state: Registration['state']) {
  return pbx.tell({ type: 'registrationChanged', ...AT_CARRIER, state })
}

function registration(name = 'carrier') {
  return pbx.tables.registrations.get(registrationId(pbx.tables.pbx, 'PJSIP', name))
}

describe('a registration', () => {
  test('falls and returns with events, which know no name, only who and where', () => {
    list('carrier', 'registered')
    expect(registration()).toMatchObject({ state: 'registered', since: null, nextAt: null })
    pbx.after(5)
    change('rejected')
    expect(registration()).toMatchObject({ state: 'rejected', since: pbx.now, nextAt: null })
    pbx.after(5)
    change('registered')
    // 10 s before it ends, as Asterisk does.
    expect(registration()).toMatchObject({ state: 'registered', since: pbx.now, nextAt: pbx.now + 50_000 })
  })

  test('that is renewed goes on, and shows how long the other side lets it hold', () => {
    list('carrier', 'registered')
    change('registered')
    pbx.after(25)
    change('registered')
    expect(registration()).toMatchObject({ since: null, nextAt: pbx.now + 25_000 })
  })

  test('is not mistaken for another of the same user at the same server', () => {
    list('carrier', 'registered')
    list('again', 'rejected')
    change('unregistered')
    expect([registration()?.state, registration('again')?.state]).toEqual(['registered', 'rejected'])
  })

  test('that asks anew counts as before for a while, and as lost after it', () => {
    list('carrier', 'registered')
    pbx.after(1)
    list('carrier', 'trying', { listed: false })
    expect(registration()?.state).toBe('registered')
    pbx.after(45)
    list('carrier', 'trying', { listed: false })
    expect(registration()).toMatchObject({ state: 'unregistered', since: pbx.now })
    pbx.after(45)
    list('carrier', 'trying', { listed: false })
    expect(registration()?.state).toBe('unregistered')
    list('carrier', 'registered', { listed: false })
    pbx.after(45)
    list('carrier', 'trying', { listed: false })
    expect(registration()?.state).toBe('registered')
  })

  test('finds its trunk by what both sign in with', () => {
    const endpoint = { aors: [], contacts: [], state: 'notInUse', signsIn: false, listed: true } as const
    for (const name of ['carrier', 'other']) {
      pbx.tell({ type: 'endpointListed', name, ...endpoint, outboundAuths: [`${name}-auth`] })
    }
    list('reg', 'registered', { outboundAuth: 'carrier-auth' })
    expect(registration('reg')?.endpoint).toBe('carrier')
    list('stray', 'registered', { outboundAuth: 'nobody' })
    expect(registration('stray')?.endpoint).toBeNull()
  })

  test('that is gone is gone', () => {
    list('carrier', 'registered').tell({ type: 'registrationRemoved', technology: 'PJSIP', name: 'carrier' })
    expect(registration()).toBeUndefined()
  })
})

describe('a mailbox', () => {
  const put = (fresh: number, fields: { listed?: boolean; name?: string; urgent?: number } = {}) =>
    pbx.tell({
      ...{ type: 'mailboxPut', mailbox: '101@default', new: fresh, old: 0, listed: false, name: undefined },
      ...{ urgent: undefined, ...fields },
    })
  const mailbox = () => pbx.tables.mailboxes.get(mailboxId(pbx.tables.pbx, '101@default'))

  test('changes when its counts do', () => {
    put(0, { listed: true, name: 'Alice' })
    expect(mailbox()).toMatchObject({ name: 'Alice', newMessages: 0, changedAt: null })
    pbx.after(3)
    put(1)
    const changed = pbx.now
    expect(mailbox()).toMatchObject({ name: 'Alice', newMessages: 1, changedAt: changed })
    pbx.after(3)
    put(1)
    expect(mailbox()?.changedAt).toBe(changed)
  })

  test('keeps its urgent ones where they are not told, as far as there are new ones', () => {
    put(3, { urgent: 2 })
    put(1)
    expect(mailbox()?.urgentMessages).toBe(1)
  })
})

describe('the presence of an extension', () => {
  const presence = { state: 'dnd', subtype: null, message: 'back at two' } as const
  const extension = () => [...pbx.tables.extensions.values()][0]
  const hint = (text: string) => pbx.tell({ type: 'extensionPut', exten: '101', context: 'c', hint: text, status: 0 })
  const tell = () => pbx.tell({ type: 'presencePut', presentity: 'CustomPresence:anna', presence })

  test('is told before its hint or after it', () => {
    hint('PJSIP/101,CustomPresence:Anna')
    expect(extension()?.presence).toBeNull()
    tell()
    expect(extension()?.presence).toEqual(presence)
    hint('PJSIP/101')
    expect(extension()?.presence).toBeNull()
    hint(',custompresence:anna')
    expect(extension()?.presence).toEqual(presence)
  })

  test('stays while only the state of the phone changes', () => {
    hint('PJSIP/101,CustomPresence:anna')
    tell().tell({ type: 'extensionPut', exten: '101', context: 'c', hint: null, status: 8 })
    expect(extension()).toMatchObject({ status: 8, presence })
  })
})
