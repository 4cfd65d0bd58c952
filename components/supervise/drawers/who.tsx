'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/button'
import { useDesk } from '../desk-context'
import { Story } from './story'

type WhoProps = {
  name: ReactNode
  state: ReactNode
  figure: ReactNode
}

/** The head of a drawer: who, what they do, since when. */
export function Who({ name, state, figure }: WhoProps) {
  const t = useTranslations('supervise.drawer')
  const { stores } = useDesk()
  return (
    <div className="who">
      <h2>{name}</h2>
      <IconButton icon="close" label={t('close')} look="ghost" size="sm" onClick={() => stores.set({ opened: null })} />
      <span className="st">{state}</span>
      <b className="fig">{figure}</b>
    </div>
  )
}

/** Of what is no longer there, the story is left. */
export function Gone({ id, title }: { id: string; title: string }) {
  const t = useTranslations('supervise.drawer')
  return (
    <>
      <Who name={title} state={t('gone')} figure={null} />
      <Story id={id} told={[]} />
    </>
  )
}
