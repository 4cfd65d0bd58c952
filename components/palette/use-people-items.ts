'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDial } from '@/components/dial/use-dial'
import { usePeople } from '@/components/dial/use-people'
import { useTicker } from '@/components/live/live-context'
import { useLiveRecords } from '@/components/live/use-live'
import { useMyCalls } from '@/components/me/use-me'
import { useCommand } from '@/components/receipts/use-command'
import { useViewer } from '@/components/session/viewer'
import { agentStateAt, agentsOf } from '@/lib/domain/agent'
import { samePhone } from '@/lib/domain/endpoint'
import type { PaletteItem } from './palette-item'

/** Colleagues: called, or sent one's current call. */
export function usePeopleItems(): PaletteItem[] {
  const words = useTranslations('team')
  const t = useTranslations('dial')
  const people = usePeople()
  const members = useLiveRecords('members')
  const { phones } = useViewer()
  const { dial, allowed, why } = useDial()
  const { run } = useCommand()
  const calls = useMyCalls()
  const ticker = useTicker()
  return useMemo(() => {
    const now = ticker.pictureNow()
    const agents = new Map(agentsOf(members).map((agent) => [keyOf(agent), agentStateAt(agent, now).state]))
    const talking = calls.find(({ call }) => call.state === 'talking' || call.state === 'held')
    const others = people.filter((person) => !phones.some((phone) => samePhone(phone, person)))
    return others.map(({ name, pbx, interface: iface, exten }): PaletteItem => {
      const state = agents.get(keyOf({ pbx, interface: iface }))
      const transfer =
        talking && exten !== null && why === null
          ? () => void run({ type: 'call.transfer', call: talking.call.id, by: talking.side, to: exten })
          : undefined
      return {
        key: `person ${pbx} ${iface}`,
        group: 'people',
        icon: state ?? 'user',
        iconClass: state ? `s-${state}` : '',
        text: name,
        number: exten,
        ...(state && { aside: words(state) }),
        why: exten === null ? t('noExtension') : allowed ? why : t('mayNot'),
        run: () => void (exten !== null && dial(exten)),
        ...(transfer && { transfer }),
      }
    })
  }, [people, members, phones, calls, allowed, why, dial, run, ticker, words, t])
}

function keyOf({ pbx, interface: iface }: { pbx: string; interface: string }): string {
  return `${pbx} ${iface.toLowerCase()}`
}
