export const dial = {
  title: 'Dial',
  call: 'Call',
  callFrom: 'Call from {phone}',
  callWith: 'Call with',
  choosePhone: 'Phones to call {number} with',
  noPhone: 'No phone is given to you; an administrator can do that.',
} as const
