import type { ComponentType } from 'react'
import type { WidgetName } from './names'

/** Loads the code of a widget. Its records are those of the part of its name, its texts those of `widgets.<name>`. */
export const WIDGET_CODE: Readonly<Record<WidgetName, () => Promise<ComponentType>>> = {
  phones: () => import('./phones-widget').then(({ PhonesWidget }) => PhonesWidget),
  parking: () => import('./parking-widget').then(({ ParkingWidget }) => ParkingWidget),
  conferences: () => import('./conferences-widget').then(({ ConferencesWidget }) => ConferencesWidget),
  mailboxes: () => import('./mailboxes-widget').then(({ MailboxesWidget }) => MailboxesWidget),
  trunks: () => import('./trunks-widget').then(({ TrunksWidget }) => TrunksWidget),
}
