'use client'

import type { ReactNode } from 'react'
import { KeysButton, PaletteButton } from '@/components/palette/palette-context'
import { ReceiptsButton } from '@/components/receipts/receipts-list'
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
        <PaletteButton />
        {figures}
        <LinkSign />
        <ReceiptsButton />
      </header>
      <main className="desk-main" id="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="desk-keys">
        {keys}
        <KeysButton />
      </footer>
    </>
  )
}
