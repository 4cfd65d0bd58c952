'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

/** The names an address may ask for. The live picture does not hold them: it has only what the address asked for. */
export function KnownQueues() {
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <Names />
    </QueryClientProvider>
  )
}

function Names() {
  const t = useTranslations('empty')
  const { data } = useQuery({
    queryKey: ['queues'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/v1/queues', { signal })
      if (!response.ok) throw new Error(`The server answered ${response.status}`)
      return namesIn(await response.json())
    },
  })
  return data && data.length > 0 && <p>{t('known', { names: data.join(', ') })}</p>
}

/** Reads what came over the network: what is no queue's name is left out. */
function namesIn(answer: { items?: unknown } | null): string[] {
  const items: readonly unknown[] = Array.isArray(answer?.items) ? answer.items : []
  return items.flatMap((item) =>
    typeof item === 'object' && item !== null && 'name' in item && typeof item.name === 'string' ? [item.name] : [],
  )
}
