'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useTrunks } from '@/components/live/use-trunks'
import { Confirm } from '@/components/ui/confirm'
import { Keys } from '@/components/ui/keys'
import { formatCount } from '@/components/wall/numbers'
import { HouseFrame } from '../house-frame'
import { LivePart } from '../live-part'
import { NoneHere } from '../none-here'
import { useRows } from '../rows/use-rows'
import { Registrations } from './registrations'
import { TroubleBand } from './trouble-band'
import { TrunkCard } from './trunk-card'
import { useTrunkDoings } from './use-trunk-doings'
import './trunks.css'

/** Which lines to the world hold, what they are registered as, and how full they are. */
export function TrunksPage() {
  return (
    <HouseFrame part="trunks" figures={<Figures />} keys={<KeysLine />}>
      <TroubleBand />
      <LivePart>
        <Trunks />
      </LivePart>
    </HouseFrame>
  )
}

function Trunks() {
  const t = useTranslations('house.trunks')
  const { trunks, strays } = useTrunks()
  const doings = useTrunkDoings()
  const ids = trunks.map(({ endpoint }) => endpoint.id)
  const { ref, current } = useRows<HTMLDivElement>(ids, (key, id) => {
    const trunk = trunks.find(({ endpoint }) => endpoint.id === id)
    if (!trunk) return false
    if (key === 'c') doings.qualify(trunk.endpoint)
    else if (key === 'r') trunk.registrations.forEach(doings.register)
    else if (key === 'u' && trunk.registrations[0]) doings.unregister(trunk.registrations[0])
    else return false
    return true
  })
  return (
    <div className="house-live" ref={ref}>
      {trunks.length + strays.length === 0 && (
        <NoneHere icon="trunk" title={t('none')} hint={t('noneHint')} command="trunk.qualify" />
      )}
      <ul className="trunks">
        {trunks.map((trunk) => (
          <TrunkCard key={trunk.endpoint.id} trunk={trunk} current={trunk.endpoint.id === current} doings={doings} />
        ))}
      </ul>
      {strays.length > 0 && (
        <section className="ui-panel trunk" aria-label={t('strays')}>
          <header>
            <h2>{t('strays')}</h2>
            <span className="ui-count">{t('straysHint')}</span>
          </header>
          <Registrations registrations={strays} doings={doings} />
        </section>
      )}
      <Confirm
        open={doings.leaving !== null}
        onClose={doings.leave}
        title={t('unregisterTitle', { user: doings.leaving?.user ?? '', server: doings.leaving?.server ?? '' })}
        text={t('unregisterText')}
        verb={t('unregister')}
        onConfirm={doings.answer}
      />
    </div>
  )
}

/** How many trunks hold, of how many; and how many calls are on them. */
function Figures() {
  const t = useTranslations('house.trunks')
  const locale = useLocale()
  const { trunks } = useTrunks()
  const up = trunks.filter(({ alarm }) => alarm.level !== 'critical').length
  const inUse = trunks.reduce((sum, { endpoint }) => sum + endpoint.channels, 0)
  return (
    <span className="house-figures">
      <span>
        {t('up')} <b className="ui-figure">{formatCount(locale, up)}</b> {t('of', { count: trunks.length })}
      </span>
      <span>
        {t('channels')} <b className="ui-figure">{formatCount(locale, inUse)}</b>
      </span>
    </span>
  )
}

function KeysLine() {
  const t = useTranslations('house.trunks.keys')
  return (
    <>
      <Keys keys={['↑', '↓', '←', '→']}>{t('trunk')}</Keys>
      <Keys keys={['C']}>{t('qualify')}</Keys>
      <Keys keys={['R']}>{t('register')}</Keys>
      <Keys keys={['U']}>{t('unregister')}</Keys>
    </>
  )
}
