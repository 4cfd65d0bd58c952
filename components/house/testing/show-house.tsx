import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { CacheStatus } from '@/lib/client/types'
import type { LiveState } from '@/lib/domain/live-state'
import type { Role } from '@/lib/domain/rights'
import { aLink, NOW, PBX } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import type { CommandInput } from '@/lib/protocol/commands'
import type { Viewer } from '@/lib/protocol/viewer'

type Shown = { role?: Role; viewer?: Partial<Viewer>; status?: Partial<CacheStatus>; locale?: Locale }

/** A page of the house over a picture filled by hand, with a phone of one's own; `commands()`: what was sent. */
export function showHouse(page: ReactNode, state: Partial<LiveState>, shown: Shown = {}) {
  const asked = stubApi(() => ({ status: 404, body: {} }))
  const cache = new FixtureCache(state, NOW, { links: [aLink()], ...shown.status })
  const phones = [{ pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }]
  const viewer = aViewer(shown.role ?? 'supervisor', { phones, ...shown.viewer })
  const { container } = render(
    <DeskAround viewer={viewer} cache={cache} locale={shown.locale ?? 'en'}>
      {page}
    </DeskAround>,
  )
  const commands = (): CommandInput[] =>
    asked
      .filter(({ method, path }) => method === 'POST' && path === '/api/v1/commands')
      .map(({ body }) => (body as { command: CommandInput }).command)
  return { cache, container, commands }
}
