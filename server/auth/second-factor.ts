import * as z from 'zod'
import type { Enrolment } from '@/lib/protocol/account'
import type { AccountRow } from './account'
import { AccountError } from './account-error'
import { type Actor, recorded } from './actor'
import { hashBackupCode, newBackupCodes, withoutBackupCode } from './backup-codes'
import type { ChangeSignal } from './change-signal'
import type { AuthParts } from './parts'
import type { Seal } from './seal'
import { matchTotp, newTotpSecret, qrCode, totpUri } from './totp'

const hashesSchema = z.array(z.string())

/** Codes of an authenticator app, and the backup codes beside them. */
export class SecondFactor {
  constructor(
    private readonly parts: AuthParts,
    private readonly seal: Seal,
    private readonly signal: ChangeSignal,
  ) {}

  isRequired({ role }: Pick<AccountRow, 'role'>): boolean {
    return this.parts.config.twoFactor.some((one) => one === role)
  }

  /** A new secret for the app. Nothing is kept until its first code comes back with `sealed`. */
  begin({ id, name }: Pick<AccountRow, 'id' | 'name'>): Enrolment {
    const secret = newTotpSecret()
    const uri = totpUri(secret, name)
    return { secret, uri, qr: qrCode(uri), sealed: this.seal.close(secret, `enrol:${id}`) }
  }

  /** Switches it on; tells the backup codes this once. Throws an `AccountError` for a wrong code. */
  async confirm(account: AccountRow, { sealed, code }: { sealed: string; code: string }, by: Actor): Promise<string[]> {
    if (account.totp_secret !== null) throw new AccountError('required', 'A second factor is on already.')
    const secret = this.seal.open(sealed, `enrol:${account.id}`)
    const step = secret && (await matchTotp(secret, code, { now: this.parts.clock.now(), lastStep: null }))
    if (!secret || step === null || step === '') throw new AccountError('code-wrong', 'The code is not right.')
    const codes = newBackupCodes()
    const columns = {
      totp_secret: this.seal.close(secret, `totp:${account.id}`),
      totp_last_step: step,
      backup_codes: JSON.stringify(codes.map((one) => hashBackupCode(one, account.id))),
    }
    await recorded(this.parts.audit, by, { action: 'account.two-factor.on', target: account.name }, () =>
      this.db
        .updateTable('accounts')
        .set(columns)
        .where('id', '=', account.id)
        .where('totp_secret', 'is', null)
        .execute(),
    )
    this.signal.changed()
    return codes
  }

  /** Is it a code of the app, or a backup code, that was not used before? Uses it up; of two at once one counts. */
  async use(account: AccountRow, code: string): Promise<boolean> {
    if (account.totp_secret === null) return false
    const secret = this.seal.open(account.totp_secret, `totp:${account.id}`)
    if (secret === null) {
      this.parts.log.error({ account: account.name }, 'second factor sealed with another key: only backup codes count')
    }
    const typed = code.replaceAll(' ', '')
    const now = this.parts.clock.now()
    const step = secret === null ? null : await matchTotp(secret, typed, { now, lastStep: account.totp_last_step })
    return step === null ? this.spendBackupCode(account, typed) : this.spendStep(account, step)
  }

  backupCodesLeft(account: AccountRow): number {
    return hashesSchema.parse(JSON.parse(account.backup_codes)).length
  }

  private async spendStep({ id }: AccountRow, step: number): Promise<boolean> {
    const used = await this.db
      .updateTable('accounts')
      .set({ totp_last_step: step })
      .where('id', '=', id)
      .where((at) => at.or([at('totp_last_step', 'is', null), at('totp_last_step', '<', step)]))
      .executeTakeFirst()
    return Number(used.numUpdatedRows) === 1
  }

  private async spendBackupCode({ id, backup_codes }: AccountRow, code: string): Promise<boolean> {
    const left = withoutBackupCode(hashesSchema.parse(JSON.parse(backup_codes)), code, id)
    if (left === null) return false
    const used = await this.db
      .updateTable('accounts')
      .set({ backup_codes: JSON.stringify(left) })
      .where('id', '=', id)
      .where('backup_codes', '=', backup_codes)
      .executeTakeFirst()
    return Number(used.numUpdatedRows) === 1
  }

  private get db() {
    return this.parts.database.db
  }
}
