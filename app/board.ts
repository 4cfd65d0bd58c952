import { DEFAULT_BOARD, parseBoardSettings } from '@/components/wall/board-settings'

/** Under this key the server leaves the board's settings for its pages (Next bundles modules of its own). */
const BOARD = Symbol.for('callboard.board')

/** The board's settings as configured; the defaults where pages run without our server. */
export function configuredBoard() {
  return parseBoardSettings((globalThis as Record<symbol, unknown>)[BOARD], DEFAULT_BOARD)
}

/** How long after midnight the day of figures begins, ms. */
export function configuredDayStart(): number {
  const board = (globalThis as Record<symbol, unknown>)[BOARD]
  const said = typeof board === 'object' && board !== null && 'dayStartMs' in board ? board.dayStartMs : 0
  return typeof said === 'number' ? said : 0
}
