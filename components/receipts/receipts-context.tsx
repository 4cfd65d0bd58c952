'use client'

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { usePersonal } from '@/components/live/use-personal'
import { ReceiptBook } from './receipt-book'

const BookContext = createContext<ReceiptBook | null>(null)

/** Holds the receipts of what is done below it, and follows them by the socket. */
export function ReceiptsProvider({ children, book: given }: { children: ReactNode; book?: ReceiptBook }) {
  const [book] = useState(() => given ?? new ReceiptBook())
  const told = usePersonal(({ receipts }) => receipts)
  useEffect(() => {
    for (const receipt of told) book.hear(receipt)
  }, [book, told])
  return <BookContext value={book}>{children}</BookContext>
}

export function useReceiptBook(): ReceiptBook {
  const book = useContext(BookContext)
  if (!book) throw new Error('Receipts need a ReceiptsProvider above them.')
  return book
}

/** Every receipt of this page, the newest first. */
export function useReceipts() {
  const book = useReceiptBook()
  return useSyncExternalStore(book.subscribe, book.entries, book.entries)
}
