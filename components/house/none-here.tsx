'use client'

import { useCacheStatus } from '@/components/live/use-live'
import { useAbilities, whyNot } from '@/components/session/use-abilities'
import { useWhyText } from '@/components/supervise/use-situation'
import { Empty } from '@/components/ui/empty'
import type { IconName } from '@/components/ui/icon'
import type { CommandType } from '@/lib/protocol/commands'

type NoneHereProps = {
  icon: IconName
  title: string
  hint: string
  /** What a PBX that has this part offers, so that one without it says so. */
  command: CommandType
}

/** Where a part has nothing to show: says so, and when a PBX has no such part at all (or not for our account), that. */
export function NoneHere({ icon, title, hint, command }: NoneHereProps) {
  const abilities = useAbilities()
  const whyText = useWhyText()
  const links = useCacheStatus((status) => status.links)
  const lacking = links.flatMap(({ pbx, label }) => {
    const why = whyNot(abilities(pbx), command)
    return why ? [`${label}: ${whyText(why)}`] : []
  })
  return (
    <section className="ui-panel">
      <Empty icon={icon} title={title} hint={lacking.length > 0 ? lacking.join('. ') : hint} />
    </section>
  )
}
