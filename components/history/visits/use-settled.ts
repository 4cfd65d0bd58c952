import { useEffect, useState } from 'react'

/** Letters typed into a search become one question, after this many ms. */
const SETTLES_MS = 300

/** A value as it was when it last stood still for a moment. */
export function useSettled<V>(value: V): V {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), SETTLES_MS)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
