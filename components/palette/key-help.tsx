'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { Keys } from '@/components/ui/keys'

const EVERYWHERE = [
  { keys: ['Ctrl', 'K'], text: 'palette' },
  { keys: ['?'], text: 'keys' },
  { keys: ['Tab'], text: 'next' },
  { keys: ['Esc'], text: 'close' },
] as const
/** Keys of single pages. */
const BY_PAGE = {
  '/phones': [
    { keys: ['/'], text: 'find' },
    { keys: ['↑', '↓', '←', '→'], text: 'phone' },
    { keys: ['Home', 'End'], text: 'endPhones' },
    { keys: ['Enter'], text: 'openPhone' },
    { keys: ['C'], text: 'call' },
    { keys: ['P'], text: 'pickUp' },
    { keys: ['T'], text: 'transferHere' },
    { keys: ['M'], text: 'carry' },
    { keys: ['V'], text: 'leaveMessage' },
    { keys: ['X'], text: 'text' },
    { keys: ['L'], text: 'listen' },
    { keys: ['W'], text: 'whisper' },
    { keys: ['B'], text: 'barge' },
    { keys: ['F'], text: 'star' },
  ],
  '/mailboxes': [
    { keys: ['/'], text: 'find' },
    { keys: ['↑', '↓'], text: 'row' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['Enter'], text: 'toPhone' },
    { keys: ['V'], text: 'leaveMessage' },
    { keys: ['C'], text: 'callOwner' },
  ],
  '/parking': [
    { keys: ['↑', '↓', '←', '→'], text: 'slot' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['Enter'], text: 'fetch' },
    { keys: ['M'], text: 'transferParked' },
    { keys: ['X'], text: 'hangUp' },
  ],
  '/conferences': [
    { keys: ['↑', '↓'], text: 'row' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['M'], text: 'mute' },
    { keys: ['X'], text: 'kick' },
    { keys: ['L'], text: 'lock' },
    { keys: ['R'], text: 'record' },
    { keys: ['I'], text: 'invite' },
  ],
  '/trunks': [
    { keys: ['↑', '↓', '←', '→'], text: 'trunk' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['C'], text: 'qualify' },
    { keys: ['R'], text: 'register' },
    { keys: ['U'], text: 'unregister' },
  ],
  '/history': [
    { keys: ['↑', '↓'], text: 'row' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['Enter'], text: 'open' },
  ],
  '/supervise': [
    { keys: ['/'], text: 'find' },
    { keys: ['↑', '↓'], text: 'row' },
    { keys: ['←', '→'], text: 'panel' },
    { keys: ['Home', 'End'], text: 'ends' },
    { keys: ['Enter'], text: 'open' },
    { keys: ['T'], text: 'take' },
    { keys: ['P'], text: 'prioritise' },
    { keys: ['L'], text: 'listen' },
    { keys: ['W'], text: 'whisper' },
    { keys: ['B'], text: 'barge' },
    { keys: ['M'], text: 'move' },
    { keys: ['X'], text: 'hangUp' },
  ],
} as const

/** Which keys do what, here and everywhere. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('desk')
  const path = usePathname()
  const here = path in BY_PAGE ? BY_PAGE[path as keyof typeof BY_PAGE] : []
  return (
    <Dialog open onClose={onClose} title={t('keys')}>
      <ul className="grid gap-2">
        {[...EVERYWHERE, ...here].map(({ keys, text }) => (
          <li key={text} className="flex items-center gap-4">
            <span className="w-24">
              <Keys keys={keys} />
            </span>
            {t(`keyHelp.${text}`)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
