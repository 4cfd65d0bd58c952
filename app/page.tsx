import { redirect } from 'next/navigation'

/** There is one thing to see so far. */
export default function StartPage() {
  redirect('/wall')
}
