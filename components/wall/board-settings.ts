import { isWidget, type WidgetName } from './widgets/names'

/** What the configuration says of a board: `GET /api/v1/board`. */
export type BoardSettings = {
  /** `null`: the queues shown give the title. */
  title: string | null
  /** Where the screen hangs, such as "Floor 2 east". */
  place: string | null
  /** IANA name, such as `Europe/Warsaw`. */
  timeZone: string
  /** `null`: the browser decides. */
  locale: string | null
  theme: Theme
  /** Names of queues that come first, in this order; all others follow by label. */
  order: readonly string[]
  /** Parts of the house beside the queues, where the wall's address asks for none. */
  widgets: readonly WidgetName[]
  /** Changes with every build; a screen that learns of another one reloads. */
  buildId: string
}

const THEMES = ['dark', 'light', 'contrast', 'system'] as const
type Theme = (typeof THEMES)[number]

export function parseTheme(value: unknown): Theme | undefined {
  return THEMES.find((theme) => theme === value)
}

export const DEFAULT_BOARD: BoardSettings = {
  title: null,
  place: null,
  timeZone: 'UTC',
  locale: null,
  theme: 'dark',
  order: [],
  widgets: [],
  buildId: '',
}

/** Reads what came over the network: each field that is not what it should be falls back on its own. */
export function parseBoardSettings(value: unknown, fallback: BoardSettings = DEFAULT_BOARD): BoardSettings {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const text = (name: 'title' | 'place' | 'locale') => {
    const field = fields[name]
    return typeof field === 'string' && field !== '' ? field : field === null ? null : fallback[name]
  }
  return {
    title: text('title'),
    place: text('place'),
    timeZone: isTimeZone(fields.timeZone) ? fields.timeZone : fallback.timeZone,
    locale: text('locale'),
    theme: parseTheme(fields.theme) ?? fallback.theme,
    order: isTexts(fields.order) ? fields.order : fallback.order,
    widgets: widgetsIn(fields.widgets, fallback.widgets),
    buildId: typeof fields.buildId === 'string' ? fields.buildId : fallback.buildId,
  }
}

/** The very list of before while it names the same: another one would connect a wall anew. */
function widgetsIn(value: unknown, fallback: readonly WidgetName[]): readonly WidgetName[] {
  if (!isTexts(value)) return fallback
  const widgets = value.filter(isWidget)
  return widgets.join() === fallback.join() ? fallback : widgets
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}
