'use client'

import { useTranslations } from 'use-intl'
import type { ExplainedNow } from '../explain-store'
import { LIVE_PATH, paramsOf } from './live-address'

/** What a figure of this moment is called, and where its records are a file. */
export function useFileOf(explained: ExplainedNow) {
  const name = useTranslations('history.live')(`figure.${explained.live}`)
  return { name, file: { path: LIVE_PATH, params: paramsOf(explained) } }
}
