/** Parts of the house on a wall, beside the queues. Every wall gets these: keep them few and short. */
export const widgets = {
  forbidden: 'This screen may not show: {names}',
  unknown: 'No such widget: {names}',
  notLive: 'not live',
  more: 'and {count, number} more',
  parking: {
    title: 'Parking',
    none: 'Nobody is parked',
    back: 'back in {time}',
  },
  conferences: {
    title: 'Conferences',
    none: 'Nobody is in a conference',
    locked: 'locked',
    recorded: 'recorded',
    silent: 'nobody talks',
    talking: '{count, plural, one {{names} talks} other {{names} talk}}',
  },
  trunks: {
    title: 'Trunks',
    none: 'There are no trunks',
    inUse: 'in use',
    announce: 'Trunk {name}: {trouble}',
    announceBack: 'Trunk {name}: all is well again',
    trouble: {
      unreachable: 'down',
      notRegistered: 'not registered',
      rejected: 'refused',
      unregistered: 'unregistered',
      stopped: 'registration ended',
      full: 'full',
      nearlyFull: 'nearly full',
    },
  },
} as const
