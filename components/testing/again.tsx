import { useQueryClient } from '@tanstack/react-query'

/** Stands for the seconds after which what is shown is asked for anew by itself. */
export function Again() {
  const client = useQueryClient()
  return (
    <button type="button" onClick={() => void client.invalidateQueries()}>
      again
    </button>
  )
}
