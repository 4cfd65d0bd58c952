import type { Reach, Registration, Technology } from '@/lib/domain/line'
import type { DeviceState } from '@/lib/domain/member'
import type { Presence } from '@/lib/domain/presence'
import type { On } from './timed'

/** Where an endpoint of PJSIP can be had, as lists name it. */
export type ContactName = { aor: string; uri: string }

/**
 * `listed`: shown by a list, which tells what is and not since when. The store clears it where it reads between two
 * resyncs what no event tells: then what is other than before has just become so.
 */
type Listed = { listed: boolean }

/** What happens to the phones, trunks, mailboxes and presences of a PBX. */
export type LineEvent =
  // endpoints of PJSIP
  | On<
      'endpointListed',
      Listed & {
        name: string
        aors: readonly string[]
        /** Registered or fixed by the configuration; `null`: told in part only. */
        contacts: readonly ContactName[] | null
        state: DeviceState
        /** It has to sign in here, as phones do. */
        signsIn: boolean
        /** Names of what we sign in with at its side. */
        outboundAuths: readonly string[]
      }
    >
  /** `busyAt`: from so many calls on it is busy, `null`: no such limit. `mailboxes`: of its lamp. */
  | On<'endpointDetailed', Listed & { name: string; busyAt: number | null; mailboxes: readonly string[] }>
  // peers of SIP and IAX
  | On<
      'peerListed',
      Listed & {
        technology: Technology
        name: string
        reach: Reach
        roundTripMs: number | null
        address: string | null
        /** It tells us its address by registering. */
        registers: boolean
      }
    >
  | On<
      'peerChanged',
      { technology: Technology; name: string; reach: Reach; roundTripMs: number | null; address: string | null }
    >
  /** Sent by the store when a list no longer names it. */
  | On<'endpointRemoved', { technology: Technology; name: string }>
  /** `userAgent` is `undefined` where it is not told. */
  | On<
      'contactPut',
      Listed &
        ContactName & {
          endpoint: string
          reach: Reach
          roundTripMs: number | null
          userAgent: string | null | undefined
        }
    >
  | On<'contactRemoved', ContactName>
  // registrations elsewhere
  | On<
      'registrationListed',
      Listed & {
        technology: Technology
        name: string
        server: string
        user: string
        state: Registration['state']
        nextAt: number | null
        /** The trunk it belongs to by the configuration; `null`: not told. */
        endpoint: string | null
        /** What else leads to its trunk: what it signs in with, where the server is. */
        outboundAuth: string | null
        address: string | null
        /** How long it is asked to hold, in seconds; `null`: not told. */
        expirySeconds: number | null
      }
    >
  /** Live events tell who is registered where, and no name. */
  | On<'registrationChanged', { technology: Technology; server: string; user: string; state: Registration['state'] }>
  /** Sent by the store when a list no longer names it. */
  | On<'registrationRemoved', { technology: Technology; name: string }>
  // mailboxes
  /** `new` with the urgent ones; `name` and `urgent` are `undefined` where they are not told. */
  | On<
      'mailboxPut',
      Listed & {
        mailbox: string
        name: string | null | undefined
        new: number
        old: number
        urgent: number | undefined
      }
    >
  /** Sent by the store when a list no longer names it. */
  | On<'mailboxRemoved', { mailbox: string }>
  // presences
  | On<'presencePut', { presentity: string; presence: Presence }>
