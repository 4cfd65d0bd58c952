'use client'

import { useLoaded } from '@/components/wall/use-loaded'
import type { MyCallFigure } from '@/lib/protocol/history'

const load = () => import('./my-calls-dialog').then(({ MyCallsDialog }) => MyCallsDialog)

/** The opened figure of one's calls, above the page; `null`: none is. Its code comes when the first one is opened. */
export function OpenedCalls({ figure, onClose }: { figure: MyCallFigure | null; onClose: () => void }) {
  const Dialog = useLoaded(figure === null ? null : load)
  return figure && Dialog && <Dialog key={figure} figure={figure} onClose={onClose} />
}
