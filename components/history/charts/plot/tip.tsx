'use client'

type TipProps = {
  title: string
  rows: readonly [label: string, text: string][]
  note?: string | null
  /** What is told of, from and to. */
  left: number
  right: number
  /** Of the whole chart. */
  width: number
  /** How far down, where it is not at the top. */
  top?: number
}

const BESIDE = 10

/** What is pointed at, beside it, on the side where there is room. */
export function Tip({ title, rows, note, left, right, width, top }: TipProps) {
  const isRight = left + right < width
  const side = isRight ? { left: Math.max(4, right + BESIDE) } : { right: Math.max(4, width - left + BESIDE) }
  return (
    <div className="charts-tip" style={{ ...side, ...(top !== undefined && { top }) }} aria-hidden="true">
      <h3>{title}</h3>
      <dl>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="fig">{text}</dd>
          </div>
        ))}
      </dl>
      {note && <p>{note}</p>}
    </div>
  )
}
