'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { diallable } from '@/components/dial/phone-number'
import { useDial } from '@/components/dial/use-dial'
import { usePeople } from '@/components/dial/use-people'
import { namesOf } from '@/components/house/phones/model/names'
import { nameOf } from '@/components/house/phones/model/phone-row'
import { STATE_CLASSES, STATE_ICONS } from '@/components/house/phones/phone-state'
import { useLiveRecords } from '@/components/live/use-live'
import { useCommand } from '@/components/receipts/use-command'
import { useMay, useViewer } from '@/components/session/viewer'
import { endpointOfInterface, samePhone } from '@/lib/domain/endpoint'
import { keyOf, type Phone, phonesOf } from '@/lib/domain/phone'
import type { PaletteItem } from './palette-item'

const NONE: readonly never[] = []
const NOBODY: ReadonlyMap<string, string> = new Map()

/** Phones of the house: one that rings is picked up, one that is nobody's among the colleagues is called. */
export function usePhoneItems(): PaletteItem[] {
  const t = useTranslations('house.phones')
  const extensions = useLiveRecords('extensions')
  const endpoints = useLiveRecords('endpoints')
  const phoneChannels = useLiveRecords('phoneChannels')
  const mailboxes = useLiveRecords('mailboxes')
  const members = useLiveRecords('members')
  const people = usePeople()
  const { phones: own } = useViewer()
  const { dial, allowed, why } = useDial()
  const { run } = useCommand()
  const sees = useMay('phones.see')
  const mayPickUp = useMay('phones.pickUp')
  return useMemo(() => {
    if (!sees) return []
    const names = namesOf({ people, members }, NOBODY)
    const mine = new Set(own.map((one) => keyOf(one.pbx, endpointOfInterface(one.interface))))
    const isMine = ({ pbx, interfaces }: Phone) => interfaces.some((one) => mine.has(keyOf(pbx, one)))
    const all = phonesOf({ extensions, endpoints, phoneChannels, mailboxes, devices: NONE })
    const others = [...all.values()].filter((phone) => phone.kind === 'phone' && !isMine(phone))
    return others.flatMap((phone) => [...pickUps(phone), ...calls(phone)])

    function pickUps(phone: Phone): PaletteItem[] {
      const ringing = phone.channels.find(({ state }) => state === 'ringing')
      if (!ringing || !mayPickUp) return []
      const at = nameOf(phone, { names }) ?? phone.number
      return [
        {
          ...{ key: `pick up ${ringing.id}`, group: 'do', icon: 'phoneIncoming', why },
          text: t('doTo', { action: t('action.pickUp'), who: at }),
          number: phone.number,
          aside: ringing.otherName ?? ringing.otherNumber ?? t('withheld'),
          run: () => void run({ type: 'phone.pickUp', channel: ringing.id }),
        },
      ]
    }

    function calls(phone: Phone): PaletteItem[] {
      const { pbx, number, interfaces } = phone
      const isColleague = people.some((one) => interfaces.some((name) => samePhone(one, { pbx, interface: name })))
      const to = diallable(number)
      if (isColleague || to === null || !allowed) return []
      const state = phone.states[0] ?? 'unknown'
      return [
        {
          ...{ key: `phone ${phone.id}`, group: 'phones', icon: STATE_ICONS[state], iconClass: STATE_CLASSES[state] },
          text: nameOf(phone, { names }) ?? number,
          number,
          aside: t(`state.${state}`),
          why,
          run: () => void dial(to),
        },
      ]
    }
  }, [
    sees,
    people,
    members,
    own,
    extensions,
    endpoints,
    phoneChannels,
    mailboxes,
    mayPickUp,
    allowed,
    why,
    dial,
    run,
    t,
  ])
}
