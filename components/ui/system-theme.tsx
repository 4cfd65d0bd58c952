'use client'

import { useEffect } from 'react'

/** Follows the screen's own light or dark setting where the theme is `system`. */
export function SystemTheme() {
  useEffect(() => {
    const page = document.documentElement
    if (page.dataset.theme !== 'system') return
    const query = window.matchMedia('(prefers-color-scheme: light)')
    const follow = () => {
      page.dataset.theme = query.matches ? 'light' : 'dark'
    }
    follow()
    query.addEventListener('change', follow)
    return () => {
      query.removeEventListener('change', follow)
      page.dataset.theme = 'system'
    }
  }, [])
  return null
}
