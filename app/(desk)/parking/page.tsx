import type { Metadata } from 'next'
import { ParkingPage } from '@/components/house/parking/parking-page'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('parking')

export default function Page() {
  return <ParkingPage />
}
