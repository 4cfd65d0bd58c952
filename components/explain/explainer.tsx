'use client'

import { useSyncExternalStore } from 'react'
import { useLoaded } from '@/components/wall/use-loaded'
import { explainStore } from './explain-store'

const loadDialog = () => import('./explain-dialog').then(({ ExplainDialog }) => ExplainDialog)
const nothing = () => null

/** Shows what the opened figure is made of. Its code comes when the first one is opened. */
export function Explainer() {
  const explained = useSyncExternalStore(explainStore.subscribe, explainStore.get, nothing)
  const Dialog = useLoaded(explained === null ? null : loadDialog)
  return Dialog && explained && <Dialog explained={explained} />
}
