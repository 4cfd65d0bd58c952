import type { HousePart } from '@/lib/domain/house'

/** Parts of the house that have a widget. A name in an address, and the part whose records it needs. */
export const WIDGETS = ['phones', 'parking', 'conferences', 'mailboxes', 'trunks'] as const satisfies HousePart[]
export type WidgetName = (typeof WIDGETS)[number]

export function isWidget(name: string): name is WidgetName {
  return (WIDGETS as readonly string[]).includes(name)
}

export type AskedWidgets = {
  names: readonly WidgetName[]
  /** Asked for, and there is none of that name. */
  unknown: readonly string[]
}

/** What `?widgets=parking,trunks` asks for, in that order; `null`: nothing said, so the configuration decides. */
export function parseWidgets(value: string | null | undefined): AskedWidgets | null {
  const asked = (value ?? '').split(',').map((name) => name.trim().toLowerCase())
  const names = [...new Set(asked)].filter((name) => name !== '')
  if (names.length === 0) return null
  const unknown = names.filter((name) => !isWidget(name) && name !== NONE)
  return { names: names.filter(isWidget), unknown }
}

/** Asks for no widget where the configuration has some. */
const NONE = 'none'
