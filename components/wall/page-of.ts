export type Page = {
  /** As `slice` takes them. */
  from: number
  to: number
  pages: number
  /** Rows of every page, so that nothing moves when a page turns. */
  rows: number
}

/** The page at `turn` of a list in columns: all pages alike in height, and none with a lonely rest. */
export function pageOf(count: number, columns: number, mostRows: number, turn: number): Page {
  const pages = Math.max(1, Math.ceil(count / (columns * mostRows)))
  const rows = Math.max(1, Math.ceil(count / pages / columns))
  const from = (turn % pages) * rows * columns
  return { from, to: Math.min(count, from + rows * columns), pages, rows }
}
