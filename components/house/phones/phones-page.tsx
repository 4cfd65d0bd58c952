'use client'

import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useAddressState } from '@/components/session/use-address-state'
import { Button } from '@/components/ui/button'
import { Empty, Loading } from '@/components/ui/empty'
import { Keys } from '@/components/ui/keys'
import { HouseFrame } from '../house-frame'
import { NotLive } from '../not-live'
import { WhatIsRead } from '../what-is-read'
import { Asking } from './asking'
import { isWhole, PHONES_FORM, USUAL_VIEW } from './model/phones-view'
import { CallLine, Ghost } from './own-calls'
import { PhoneDrawer } from './phone-drawer'
import { PhoneMenu } from './phone-menu'
import { PhoneSections } from './phone-sections'
import { PhonesProvider, usePhones, usePicture, useStores } from './phones-context'
import { PhonesFilter, PhonesTools } from './phones-tools'
import { useKeyboard } from './use-keyboard'
import './phones.css'
import './phone-tile.css'
import './phones-drawer.css'

/** Every phone of the house: who is free, who talks to whom, and what one can do about it. `search`: the address's own. */
export function PhonesPage({ search }: { search: string }) {
  const { view, setView } = useAddressState(search, PHONES_FORM)
  return (
    <PhonesProvider view={view} setView={setView}>
      <Page />
    </PhonesProvider>
  )
}

function Page() {
  const find = useRef<HTMLInputElement>(null)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  const open = useStores(({ opened }) => opened !== null)
  const carrying = useStores(({ carrying }) => carrying !== null)
  useKeyboard(() => find.current?.focus())
  return (
    <HouseFrame part="phones" tools={<PhonesTools searchRef={find} />} keys={<PageKeys />}>
      <div
        className="phones"
        data-drawer={open ? '' : undefined}
        data-hollow={solid ? undefined : ''}
        data-carrying={carrying ? '' : undefined}
      >
        <div className="phones-stack">
          {!solid && <NotLive />}
          <Content />
        </div>
        <PhoneDrawer />
      </div>
      <PhoneMenu />
      <Ghost />
      <Asking />
    </HouseFrame>
  )
}

function Content() {
  const total = usePicture((picture) => picture.total + picture.keys)
  const shown = usePicture((picture) => picture.shown)
  const unknown = useCacheStatus(({ freshness }) => freshness === 'connecting')
  if (total === 0) return unknown ? <Loading /> : <NoPhones />
  return (
    <>
      <PhonesFilter />
      <CallLine />
      {shown === 0 ? <NoneFits /> : <PhoneSections />}
    </>
  )
}

/** What makes a phone appear here. */
const EXAMPLE = `[internal]
exten => 101,hint,PJSIP/101
exten => 101,1,Dial(PJSIP/101,30)`

function NoPhones() {
  const t = useTranslations('house.phones')
  return (
    <Empty icon="phone" title={t('none')} hint={t('noneHint')}>
      <pre className="phones-example" dir="ltr">
        {EXAMPLE}
      </pre>
      <WhatIsRead />
    </Empty>
  )
}

function NoneFits() {
  const t = useTranslations('house.phones')
  const { view, setView } = usePhones()
  const { by, order, as } = view
  return (
    <Empty icon="search" title={view.find === '' ? t('noneFits') : t('notFound', { find: view.find })}>
      {!isWhole(view) && (
        <Button icon="undo" onClick={() => setView({ ...USUAL_VIEW, by, order, as })}>
          {t('clear')}
        </Button>
      )}
    </Empty>
  )
}

function PageKeys() {
  const t = useTranslations('house.phones.keys')
  return (
    <>
      <Keys keys={['/']}>{t('find')}</Keys>
      <Keys keys={['↑', '↓', '←', '→']}>{t('walk')}</Keys>
      <Keys keys={['Enter']}>{t('open')}</Keys>
      <Keys keys={['C']}>{t('call')}</Keys>
      <Keys keys={['P']}>{t('pickUp')}</Keys>
      <Keys keys={['T']}>{t('transferHere')}</Keys>
      <Keys keys={['M']}>{t('carry')}</Keys>
      <Keys keys={['F']}>{t('star')}</Keys>
    </>
  )
}
