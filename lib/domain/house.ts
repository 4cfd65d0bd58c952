import { may, type Permission } from './rights'

/**
 * What a page can ask for besides queues, each part by a permission of its own: a wall that shows queues alone is not
 * sent every phone of the house.
 */
export const HOUSE_PARTS = ['phones', 'parking', 'conferences', 'mailboxes', 'trunks'] as const
export type HousePart = (typeof HOUSE_PARTS)[number]

/** What a page can ask for: the parts of the house, and what each agent did today. */
export const LIVE_PARTS = [...HOUSE_PARTS, 'agentFigures'] as const
export type LivePart = (typeof LIVE_PARTS)[number]

/** The permission that opens a part. */
export function permissionOf(part: LivePart): Permission {
  return part === 'agentFigures' ? 'history.see' : `${part}.see`
}

/** The parts that one may see, of those asked for. */
export function partsFor(
  rights: Parameters<typeof may>[0],
  asked: readonly LivePart[] = LIVE_PARTS,
): readonly LivePart[] {
  return LIVE_PARTS.filter((part) => asked.includes(part) && may(rights, permissionOf(part)))
}
