export const USAGE = `npm run account -- <what to do>

  list                                     who there is
  create <name> [--role <role>] [--display-name <text>]
                                           a new account; prints a one-time link to choose the password
  reset <name>                             prints a one-time link to choose a new password
  password <name>                          sets the password to the line on standard input
  two-factor-off <name>                    for whoever lost the phone with the codes
  disable <name> / enable <name>           switches an account off and on

Roles: admin, supervisor, agent (unless told otherwise), display. A name with spaces stands in quotes.
`
