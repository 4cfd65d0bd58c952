import { may, type Permission } from './rights'

/**
 * What a page can ask for besides queues, each part by a permission of its own: a wall that shows queues alone is not
 * sent every phone of the house.
 */
export const HOUSE_PARTS = ['phones', 'parking', 'conferences', 'mailboxes', 'trunks'] as const
export type HousePart = (typeof HOUSE_PARTS)[number]

/** The permission that opens a part. */
export function permissionOf(part: HousePart): Permission {
  return `${part}.see`
}

/** The parts that one may see, of those asked for. */
export function partsFor(
  rights: Parameters<typeof may>[0],
  asked: readonly HousePart[] = HOUSE_PARTS,
): readonly HousePart[] {
  return HOUSE_PARTS.filter((part) => asked.includes(part) && may(rights, permissionOf(part)))
}
