'use client'

import type { ComponentProps } from 'react'
import { ExplainContext } from '@/components/wall/explained'
import { LiveWall } from '@/components/wall/live-wall'
import { useLoaded } from '@/components/wall/use-loaded'
import type { WallExplainerProps } from './wall-explain'

const loadFigure = () => import('./wall-explain').then(({ WallFigure }) => WallFigure)
const loadExplainer = () => import('./wall-explain').then(({ WallExplainer }) => WallExplainer)

type ExplainingWallProps = ComponentProps<typeof LiveWall> & {
  /** Who may open figures down to the visits behind them; `null`: nobody, and no code for it is loaded. */
  explain: WallExplainerProps | null
}

/** A wall whose figures can be opened by whoever may see what stands behind them. */
export function ExplainingWall({ explain, ...wall }: ExplainingWallProps) {
  const isOpen = explain !== null
  const Figure = useLoaded(isOpen ? loadFigure : null)
  const Explainer = useLoaded(isOpen ? loadExplainer : null)
  return (
    <ExplainContext value={Figure}>
      <LiveWall {...wall}>{Explainer && explain && <Explainer {...explain} />}</LiveWall>
    </ExplainContext>
  )
}
