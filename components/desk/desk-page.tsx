'use client'

import type { ReactNode } from 'react'
import { LinkSign } from './link-sign'

type DeskPageProps = {
  title: string
  /** After the title: filters, search. */
  tools?: ReactNode
  /** Before the state of the link. */
  figures?: ReactNode
  /** Keys of this page, in a line below it. */
  keys?: ReactNode
  children: ReactNode
}

/** One page for people, within the frame of the desk: its head, itself, its keys. */
export function DeskPage({ title, tools, figures, keys, children }: DeskPageProps) {
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        {tools}
        <span className="ui-end" />
        {figures}
        <LinkSign />
      </header>
      <main className="desk-main" id="page" tabIndex={-1}>
        {children}
      </main>
      {keys && <footer className="desk-keys">{keys}</footer>}
    </>
  )
}
