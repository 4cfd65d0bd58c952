'use client'

import { Dialog } from 'radix-ui'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ReplayLink } from '@/components/replay/replay-link'
import { useTimes } from '@/components/session/use-times'
import { IconButton } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { allowStyles } from '@/components/ui/page-nonce'
import type { VisitStory as Story } from '@/lib/protocol/visits'
import { CallerWords } from './caller-words'
import { EndingWords } from './ending-words'
import { useVisitStory } from './use-visits'
import { VisitBand } from './visit-band'
import { VisitMoments } from './visit-moments'
import { VisitsAround } from './visits-around'
import './visit-story.css'

type VisitStoryProps = { id: string; onOpen: (id: string) => void; onClose: () => void }

/** One visit from its beginning to its end, beside the page; Escape closes it, and the focus goes back where it was. */
export function VisitStory({ id, onOpen, onClose }: VisitStoryProps) {
  const t = useTranslations('visits')
  const desk = useTranslations('desk')
  allowStyles()
  const { data, error, refetch } = useVisitStory(id)
  const opener = useRef<Element | null>(null)
  const link =
    typeof window === 'undefined' ? '' : `${window.location.origin}/history?tab=visits&visit=${encodeURIComponent(id)}`
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="ui-scrim visit-scrim" />
        <Dialog.Content
          className="ui-float visit-story"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            opener.current = document.activeElement
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
        >
          <div className="visit-story-head">
            <Dialog.Title asChild>
              <h2>{t('story')}</h2>
            </Dialog.Title>
            <span className="ui-end" />
            {data && <ReplayLink at={data.visit.enteredAt} queue={data.visit.queue} />}
            <CopyButton text={link} label={t('copyLink')} />
            <IconButton icon="printer" label={t('print')} onClick={() => window.print()} />
            <Dialog.Close asChild>
              <IconButton icon="close" label={desk('close')} look="ghost" />
            </Dialog.Close>
          </div>
          {error && !data ? (
            <LoadError error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <Told story={data} onOpen={onOpen} />
          ) : (
            <Loading />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Told({ story, onOpen }: { story: Story; onOpen: (id: string) => void }) {
  const t = useTranslations('visits')
  const times = useTimes()
  const { visit, knownFrom } = story
  return (
    <div className="visit-told">
      <section className="visit-who">
        <p className="visit-caller">
          <CallerWords name={visit.name} number={visit.number} />
        </p>
        <p className="visit-dim">
          <bdi>{visit.queueLabel}</bdi>, {times.dayAndTime(visit.enteredAt)}
        </p>
        <EndingWords visit={{ ...visit, isPartlyUnseen: false }} />
      </section>
      <VisitBand story={story} />
      <VisitMoments story={story} />
      <p className="visit-source">
        <Icon name={visit.isPartlyUnseen ? 'lost' : 'info'} />
        <span>
          {t(`knownFrom.${knownFrom}`)} {visit.isPartlyUnseen && knownFrom === 'live' && t('unseenHint')}
        </span>
      </p>
      <VisitsAround story={story} onOpen={onOpen} />
    </div>
  )
}
