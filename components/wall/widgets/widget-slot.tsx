'use client'

import { useLoaded } from '../use-loaded'
import type { WidgetName } from './names'
import { Widget } from './widget'
import { WIDGET_CODE } from './widgets'

/** The place of a widget, there before its code is. */
export function WidgetSlot({ name }: { name: WidgetName }) {
  const Loaded = useLoaded(WIDGET_CODE[name])
  return Loaded ? <Loaded /> : <Widget name={name}>{null}</Widget>
}
