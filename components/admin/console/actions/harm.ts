'use client'

import { useTranslations } from 'use-intl'
import type { ConsoleAction } from '@/lib/protocol/admin/console'
import type { Headers } from './draft'

/** Says what an action that harms does, with what is filled in, for whoever is asked whether it is meant. */
export function useHarmText(): (action: ConsoleAction, headers: Readonly<Headers>, pbx: string) => string {
  const t = useTranslations('console')
  return (action, headers, pbx) => {
    const value = (...names: string[]) => headers.find(([name]) => names.includes(name.toLowerCase()))?.[1] ?? null
    const named = (...names: string[]) => value(...names) ?? t('something')
    const channel = value('channel', 'channel1', 'dahdichannel', 'caller')
    const isMany = action.name === 'Hangup' && channel?.startsWith('/')
    const key = `harm.${isMany ? 'HangupMany' : action.name}` as 'harm.Hangup'
    const { summary } = action
    if (!t.has(key))
      return t(action.known ? 'confirm.general' : 'confirm.unknown', { action: action.name, pbx, summary })
    const values = {
      channel: channel ?? t('something'),
      bridge: named('bridgeuniqueid'),
      conference: named('conference'),
      queue: value('queue') ?? t('everything'),
      interface: named('interface', 'agent'),
      mailbox: named('mailbox'),
      registration: named('registration'),
      exten: named('extension', 'exten'),
      module: value('module') ?? t('everything'),
      file: named('dstfilename', 'filename', 'srcfilename'),
      family: named('family'),
      command: named('command'),
    }
    return t(key, values)
  }
}
