import { visitCountSchema } from '@/lib/protocol/visits'
import type { Asked } from '../asked'
import { useProgress } from '../use-progress'

/** How many visits there are of those that the list is asked for; `asked` `null`: nobody wants to know. */
export function useVisitCount(asked: Asked | null, list: URLSearchParams) {
  const params = new URLSearchParams(list)
  params.delete('sort')
  const counting = useProgress({
    ...{ key: ['visitCount'], path: '/api/v1/visits/count', params, asked },
    parse: (value) => visitCountSchema.parse(value),
  })
  const { data, isPlaceholderData } = counting
  return { ...counting, total: isPlaceholderData ? null : (data?.total ?? null) }
}
