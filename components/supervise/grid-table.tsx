import type { ReactNode } from 'react'

type GridTableProps = { label: string; rowCount: number; children: ReactNode }

/** A table whose rows the keyboard walks through. */
export function GridTable({ label, rowCount, children }: GridTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: walked by arrow keys it is a grid (ARIA APG), which HTML has no element for
    <table role="grid" className="desk-grid" aria-label={label} aria-rowcount={rowCount + 1}>
      {children}
    </table>
  )
}
