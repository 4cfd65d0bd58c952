import { Icon } from '@/components/ui/icon'
import type { BrokenLimit } from '@/lib/domain/alarm'

/** A limit beside its figure; a broken one carries the level's icon. */
export function Limit({
  text,
  broken,
  className = '',
}: {
  text: string
  broken: BrokenLimit | undefined
  className?: string
}) {
  if (!broken) return <span className={`lab ${className}`}>{text}</span>
  return (
    <span className={`lab hit ${className}`}>
      <Icon name={broken.level} />
      {text}
    </span>
  )
}
