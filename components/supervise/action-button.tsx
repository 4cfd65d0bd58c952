'use client'

import { Button, type ButtonProps, IconButton } from '@/components/ui/button'
import type { IconName } from '@/components/ui/icon'
import type { WhyNot } from './actions/why-not'
import { useWhyText } from './use-situation'

type ActionButtonProps = Omit<ButtonProps, 'why' | 'icon'> & {
  icon?: IconName
  /** What it does. */
  label: string
  /** The sign alone, the words come up beside it. */
  bare?: boolean
  why: WhyNot | null
}

/** A button for something that may be forbidden: not there without the right, switched off with the reason otherwise. */
export function ActionButton({ label, icon, bare = false, why, ...rest }: ActionButtonProps) {
  const whyText = useWhyText()
  if (why?.reason === 'refusedByRights') return null
  const reason = why === null ? null : whyText(why)
  if (bare && icon) {
    const hint = reason === null ? label : `${label}: ${reason}`
    return <IconButton {...rest} icon={icon} label={label} hint={hint} why={reason && hint} />
  }
  return (
    <Button {...rest} {...(icon && { icon })} why={reason}>
      {label}
    </Button>
  )
}
