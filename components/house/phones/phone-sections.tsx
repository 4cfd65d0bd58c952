'use client'

import { type MouseEvent, useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Section } from './model/sections'
import { STATE_CLASSES, STATE_ICONS } from './phone-state'
import { PhoneTile } from './phone-tile'
import { usePhones, usePicture } from './phones-context'
import { useDrag } from './use-drag'

/** All phones that are shown, under their heads. */
export function PhoneSections() {
  const { stores, view } = usePhones()
  const sections = usePicture((picture) => picture.sections)
  const onPointerDown = useDrag()
  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      const tile = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-phone]') : null
      const phone = tile?.dataset.phone
      if (!tile || phone === undefined) return
      event.preventDefault()
      // A finger that rests drags before it asks for the menu.
      if (stores.get().carrying?.dragged) return
      // The key for menus tells no place.
      const { left, bottom } = tile.getBoundingClientRect()
      const at =
        event.clientX === 0 && event.clientY === 0 ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY }
      stores.set({ menu: { phone, ...at }, from: tile.querySelector<HTMLElement>('[data-row]') })
    },
    [stores],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes what its buttons and tiles hand up
    <div className="phones-list" data-as={view.as} onPointerDown={onPointerDown} onContextMenu={onContextMenu}>
      {sections.map((section, index) => (
        <SectionOf key={section.key} section={section} first={index === 0} bare={sections.length === 1} />
      ))}
    </div>
  )
}

type SectionOfProps = { section: Section; first: boolean; bare: boolean }

function SectionOf({ section, first, bare }: SectionOfProps) {
  const title = useSectionTitle()(section)
  const locale = useLocale()
  const { key, ids, state } = section
  return (
    <section className="phones-section" aria-label={title} data-kind={section.kind}>
      {!(bare && section.kind === 'all') && (
        <h2>
          {state && <Icon name={STATE_ICONS[state]} className={STATE_CLASSES[state]} />}
          <bdi>{title}</bdi> <span className="ui-count">{formatCount(locale, ids.length)}</span>
        </h2>
      )}
      <ul className="phones-grid">
        {ids.map((id, index) => (
          <PhoneTile key={id} section={key} id={id} first={first && index === 0} />
        ))}
      </ul>
    </section>
  )
}

function useSectionTitle(): (section: Section) => string {
  const t = useTranslations('house.phones')
  return ({ kind, label, state }) => {
    if (state !== null) return t(`state.${state}`)
    if (label !== null) return label
    return kind === 'state' || kind === 'queue' || kind === 'context' || kind === 'letter' ? '' : t(`section.${kind}`)
  }
}
