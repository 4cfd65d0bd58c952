import type { ReactNode } from 'react'

/** What may be wider than the page and has nothing in it to move to: the keyboard scrolls the box itself. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off
    <section className="admin-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
