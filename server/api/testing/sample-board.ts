import type { Board } from '../board'

/** How a wall presents itself where nothing was set. */
export const SAMPLE_BOARD: Board = {
  title: 'Callboard',
  place: null,
  timeZone: 'UTC',
  locale: 'en',
  theme: 'dark',
  order: [],
  widgets: [],
  dayStartMs: 0,
  buildId: 'b',
}
