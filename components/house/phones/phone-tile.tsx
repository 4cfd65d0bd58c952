'use client'

import { memo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import type { PhoneState } from '@/lib/domain/phone-state'
import type { PhoneRow } from './model/phone-row'
import { PhoneNotes, PhoneSays, useNoteWords } from './phone-notes'
import { StatesOf, useStateWord } from './phone-state'
import { usePhoneRow, usePhones, useStores } from './phones-context'
import { TileButtons } from './tile-buttons'
import { useChoose } from './use-choose'

/** States in which somebody is at the phone. */
const BUSY: ReadonlySet<PhoneState> = new Set<PhoneState>(['ringing', 'onCall', 'busy', 'onHold'])

type PhoneTileProps = { section: string; id: string; first: boolean }

/** One phone: a press opens it, or puts down there the call that is carried. */
export const PhoneTile = memo(function PhoneTile({ section, id, first }: PhoneTileProps) {
  const { stores } = usePhones()
  const [pointed, setPointed] = useState(false)
  const row = usePhoneRow(id)
  const here = useStores(({ place }) => place?.section === section && place.id === id)
  const nowhere = useStores(({ place }) => place === null)
  const opened = useStores((state) => state.opened === id)
  const over = useStores(({ carrying }) => carrying?.over === id)
  const choose = useChoose()
  if (!row) return null
  return (
    <li
      className="phone"
      data-phone={id}
      data-state={row.state}
      data-busy={BUSY.has(row.state) || undefined}
      data-opened={opened || undefined}
      data-over={over || undefined}
      data-carries={row.channel?.call ? '' : undefined}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <MainButton row={row} section={section} stop={here || (nowhere && first)} onChoose={() => choose(row)} />
      <TileButtons
        row={row}
        active={pointed || here}
        onMenu={(x, y, from) => stores.set({ menu: { phone: id, x, y }, from })}
      />
    </li>
  )
})

type MainButtonProps = { row: PhoneRow; section: string; stop: boolean; onChoose: () => void }

function MainButton({ row, section, stop, onChoose }: MainButtonProps) {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  const name = useTileName(row)
  const { phone } = row
  return (
    <button
      type="button"
      className="phone-main"
      data-row={`${section} ${row.id}`}
      aria-label={name}
      tabIndex={stop ? 0 : -1}
      onFocus={() => stores.set({ place: { section, id: row.id } })}
      onClick={onChoose}
    >
      <span className="phone-who">
        <b className="phone-number">{phone.number}</b>
        <bdi className="ui-cut phone-name">{row.name ?? (row.own ? t('yours') : '')}</bdi>
      </span>
      <span className="phone-now">
        <StatesOf row={row} />
        {row.since !== null && (
          <b className="fig ui-end">
            <Elapsed since={row.since} />
          </b>
        )}
      </span>
      <span className="phone-line">
        <span className="ui-cut phone-with">{row.channel === null ? <PhoneSays row={row} /> : <With row={row} />}</span>
        <PhoneNotes row={row} />
      </span>
    </button>
  )
}

/** With whom; of several calls at one phone, how many more. */
function With({ row }: { row: PhoneRow }) {
  const t = useTranslations('house.phones')
  const { channel, otherName, otherId, phone } = row
  if (channel === null) return null
  const more = phone.channels.length - 1
  return (
    <>
      {channel.state === 'ringing' && <Icon name="phoneIncoming" />}
      {channel.state === 'dialing' && <Icon name="phoneOutgoing" />}
      {otherId !== null && <Icon name="users" />}
      <bdi>{otherName ?? t('withheld')}</bdi>
      {more > 0 && <span className="dim3"> {t('moreCalls', { count: more })}</span>}
    </>
  )
}

/** All of the tile in words, for those who listen. */
function useTileName(row: PhoneRow): string {
  const t = useTranslations('house.phones')
  const word = useStateWord()
  const notes = useNoteWords()
  const { phone, name, otherName, channel } = row
  const said = [
    name === null ? phone.number : t('numberAndName', { number: phone.number, name }),
    ...phone.states.map((state) => word(row, state)),
    channel && t('with', { who: otherName ?? t('withheld') }),
    ...notes(row),
  ]
  return said.filter(Boolean).join(', ')
}
