'use client'

import { useSyncExternalStore } from 'react'
import { useLoaded } from '@/components/wall/use-loaded'
import { explainStore } from './explain-store'

const loadDialog = () => import('./explain-dialog').then(({ ExplainDialog }) => ExplainDialog)
const nothing = () => null

/** Shows what the opened figure is made of. Its code comes when the first one is opened. `isElsewhere`: no address of the page tells of it. */
export function Explainer({ isElsewhere = false }: { isElsewhere?: boolean }) {
  const explained = useSyncExternalStore(explainStore.subscribe, explainStore.get, nothing)
  const Dialog = useLoaded(explained === null ? null : loadDialog)
  return Dialog && explained && <Dialog explained={explained} isElsewhere={isElsewhere} />
}
