import type { ReactNode } from 'react'

/** One part of the account page; `aside` stands at the end of its head. */
export function Panel({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="ui-panel">
      <header>
        <h2>{title}</h2>
        {aside && <span className="ui-end">{aside}</span>}
      </header>
      <div className="account-body">{children}</div>
    </section>
  )
}
