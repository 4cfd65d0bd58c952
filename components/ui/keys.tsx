import type { ReactNode } from 'react'

/** Keys and what they do: `<Keys keys={['Ctrl', 'K']}>dial</Keys>`. */
export function Keys({ keys, children }: { keys: readonly string[]; children?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {keys.map((key) => (
        <kbd key={key} className="ui-key">
          {key}
        </kbd>
      ))}
      {children}
    </span>
  )
}
