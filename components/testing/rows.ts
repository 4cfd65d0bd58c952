import { screen, within } from '@testing-library/react'

/** What stands in each cell of the table shown, line by line, below its headings. */
export function rowsShown(): (string | null)[][] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    )
}
