import { viewerMay } from '@/components/session/viewer'
import type { HousePermission, QueuePermission } from '@/lib/domain/rights'
import type { CommandType } from '@/lib/protocol/commands'
import type { Reason } from '@/lib/protocol/receipts'
import type { Abilities, Viewer } from '@/lib/protocol/viewer'

/** What of the state of things forbids an action. */
type StateReason =
  | 'alreadyPaused'
  | 'notPaused'
  | 'staticMember'
  | 'notMember'
  | 'alreadyMember'
  | 'alreadyFirst'
  | 'notTalking'
  | 'notParked'
  | 'oneParty'
  | 'alreadyRecorded'
  | 'notRecorded'
  | 'alreadyMuted'
  | 'notMuted'
  | 'ownPhone'
  | 'notRegistered'

/** Why an action cannot be had now. `refusedByRights`: it is not shown at all; any other: shown, with the reason. */
export type WhyNot = { reason: Reason | StateReason; detail: string | null }

/** Who looks at what: everything besides the record that decides about an action. */
export type Situation = {
  viewer: Viewer
  /** Is the picture live? On an old one nothing is done. */
  live: boolean
  /** Of the record's PBX; `null`: not known yet. */
  abilities: Abilities | null
}

/** One's right first, then the link, then what the PBX offers: the first of them that forbids it. */
export function whyNotAtAll(
  type: CommandType,
  permission: QueuePermission,
  queueName: string | null,
  situation: Situation,
): WhyNot | null {
  const { viewer } = situation
  if (!viewerMay(viewer, permission, queueName)) return not('refusedByRights')
  return whyNotPossible(type, situation)
}

/** As `whyNotAtAll`, of what is one's own: the call at one's phone. */
export function whyNotOwn(type: CommandType, permission: HousePermission, situation: Situation): WhyNot | null {
  const { viewer } = situation
  if (!viewerMay(viewer, permission)) return not('refusedByRights')
  return whyNotPossible(type, situation)
}

export function whyNotPossible(type: CommandType, { live, abilities }: Situation): WhyNot | null {
  if (!live) return not('notLive')
  return abilities?.commands[type] ?? null
}

/** What ends at one's own phone needs one. */
export function whyNoPhone({ viewer }: Situation, pbx: string): WhyNot | null {
  return viewer.phones.some((phone) => phone.pbx === pbx) ? null : not('noPhone')
}

export function not(reason: WhyNot['reason'], detail: string | null = null): WhyNot {
  return { reason, detail }
}
