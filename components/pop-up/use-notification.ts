'use client'

import { useEffect } from 'react'

/** Shows the browser's own notification while the page is out of sight; only where the person has allowed it. */
export function useNotification(tag: string, title: string, body: string): void {
  useEffect(() => {
    if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return
    const notification = new Notification(title, { tag, body })
    notification.onclick = () => {
      window.focus()
      notification.close()
    }
    return () => notification.close()
  }, [tag, title, body])
}
