'use client'

import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useMyCalls } from '@/components/me/use-me'
import { useSituationOf } from '@/components/supervise/use-situation'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Keys } from '@/components/ui/keys'
import { type Carried, carriedOf, whyNotCarry } from './model/carry'
import { whyNotThere } from './model/phone-actions'
import { usePhoneRow, usePhones, useStores } from './phones-context'
import { useDrag } from './use-drag'
import { useKnown, usePhoneWhy } from './use-phone-actions'

/** One's own calls, ready to be dragged onto a phone; or the call that is on its way to one. */
export function CallLine() {
  const carrying = useStores((state) => state.carrying)
  const mine = useMyCalls()
  if (carrying && !carrying.dragged) return <OnItsWay carried={carrying.carried} />
  if (mine.length === 0) return null
  return <OwnCalls />
}

function OwnCalls() {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  const known = useKnown()
  const situationOf = useSituationOf()
  const whyText = usePhoneWhy()
  const onPointerDown = useDrag()
  return (
    <div className="phones-own" onPointerDown={onPointerDown}>
      <span className="dim">{t('yourCall', { count: known.mine.length })}</span>
      {known.mine.map(({ call, side }) => {
        const carried = carriedOf(call, side)
        const refused = whyNotCarry(carried, known, situationOf(call.pbx))
        return (
          <Button
            key={call.id}
            icon="transfer"
            className="phones-call"
            data-own-call={refused === null ? call.id : undefined}
            why={refused && whyText(refused)}
            onClick={() => stores.set({ carrying: { carried, dragged: false, over: null } })}
          >
            <bdi>{carried.who ?? t('withheld')}</bdi>
            <b className="fig">
              <Elapsed since={call.stateSince ?? call.startedAt} />
            </b>
          </Button>
        )
      })}
      <span className="dim3 phones-own-hint">{t('dragHint')}</span>
    </div>
  )
}

/** Chosen by a key or a menu: the next phone that is pressed is where it goes. */
function OnItsWay({ carried }: { carried: Carried }) {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  return (
    <div className="phones-own" data-carrying="" role="status">
      <Icon name="transfer" />
      <b>{t('carrying', { who: carried.who ?? t('withheld') })}</b>
      <span className="dim">
        {t('carryingHint')} <Keys keys={['Enter']} />
      </span>
      <Button icon="close" className="ui-end" onClick={() => stores.set({ carrying: null })}>
        {t('leaveIt')}
      </Button>
    </div>
  )
}

/** What is dragged, beside the pointer, and what happens where it is let go. */
export function Ghost() {
  const carrying = useStores((state) => state.carrying)
  return carrying?.dragged ? <GhostOf carried={carrying.carried} over={carrying.over} /> : null
}

function GhostOf({ carried, over }: { carried: Carried; over: string | null }) {
  const t = useTranslations('house.phones')
  const whyText = usePhoneWhy()
  const row = usePhoneRow(over ?? '')
  const refused = row ? whyNotThere(carried, row) : null
  return (
    <div className="phones-ghost" aria-hidden="true">
      <b>
        <Icon name="transfer" /> <bdi>{carried.who ?? t('withheld')}</bdi>
      </b>
      {row && <span>{refused ? whyText(refused) : t('goesTo', { to: row.name ?? row.phone.number })}</span>}
    </div>
  )
}
