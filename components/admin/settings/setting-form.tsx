'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { adminSettingsSchema, type SettingKey, type SettingValue } from '@/lib/protocol/admin/settings'
import { ProblemNote } from '../problem-note'
import { UnsavedGuard } from '../unsaved-guard'
import { useRefusedFields } from '../use-refused-fields'
import { type Setting, settingOf, useKeepSetting, useSetting } from './use-setting'

type SettingFormProps<K extends SettingKey, F extends FieldValues> = {
  name: K
  title: string
  hint?: string
  toForm: (value: SettingValue<K>) => F
  toValue: (fields: F) => unknown
  /** Where the form keeps what the server calls so. */
  pathOf?: (path: string, fields: F) => string
  children: (form: UseFormReturn<F>, off: boolean) => ReactNode
}

/** One setting to be changed: fixed ones are shown with the reason; nobody overwrites what they did not see. */
export function SettingForm<K extends SettingKey, F extends FieldValues>(props: SettingFormProps<K, F>) {
  const { setting, error, refetch } = useSetting(props.name)
  return (
    <section className="ui-panel">
      <header>
        <h2>{props.title}</h2>
      </header>
      {setting ? (
        <Loaded {...props} setting={setting} />
      ) : error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

function Loaded<K extends SettingKey, F extends FieldValues>(props: SettingFormProps<K, F> & { setting: Setting<K> }) {
  const { title, hint, setting, children } = props
  const t = useTranslations('admin')
  const { form, save, problem, saved, theirs, takeTheirs, keepMine } = useSettingForm(props)
  const { isDirty, isSubmitting } = form.formState
  return (
    <form onSubmit={(event) => void save(event)} noValidate aria-label={title}>
      <UnsavedGuard dirty={isDirty} />
      <div className="admin-body">
        {hint && <p className="ui-hint">{hint}</p>}
        {setting.fixed && (
          <p className="admin-note">
            <Icon name="lock" />
            {t('fixed')}
          </p>
        )}
        <ProblemNote error={problem} />
        {theirs && (
          <p className="admin-note">
            <Button onClick={takeTheirs}>{t('conflict.takeTheirs')}</Button>
            <Button onClick={keepMine}>{t('conflict.keepMine')}</Button>
          </p>
        )}
        <fieldset className="admin-set" disabled={setting.fixed}>
          {children(form, setting.fixed)}
        </fieldset>
      </div>
      {!setting.fixed && (
        <footer className="admin-foot">
          <Button type="submit" look="primary" busy={isSubmitting} why={isDirty ? null : t('nothingChanged')}>
            {t('save')}
          </Button>
          {isDirty && <Button onClick={() => form.reset()}>{t('discard')}</Button>}
          <span role="status">{saved && !isDirty ? t('saved') : ''}</span>
        </footer>
      )}
    </form>
  )
}

function useSettingForm<K extends SettingKey, F extends FieldValues>(
  props: SettingFormProps<K, F> & { setting: Setting<K> },
) {
  const { name, setting, toForm, toValue, pathOf } = props
  const keep = useKeepSetting(name)
  // What was read first stays the ground of what is typed, however often the list is read again.
  const [ground, setGround] = useState(setting)
  const [problem, setProblem] = useState<unknown>(null)
  const [saved, setSaved] = useState(false)
  const [theirs, setTheirs] = useState<Setting<K> | null>(null)
  const form = useForm<F>({ defaultValues: toForm(ground.value) as DefaultValues<F> })
  const { getValues, reset, handleSubmit } = form
  const toPath = useCallback((path: string) => pathOf?.(path, getValues()) ?? path, [pathOf, getValues])
  const showRefused = useRefusedFields(form, toPath)
  const settle = (next: Setting<K>, fields: F) => {
    setGround(next)
    setProblem(null)
    setTheirs(null)
    reset(fields)
  }
  const keepAt = async (fields: F, version: string) => {
    setSaved(false)
    try {
      const next = await keep(toValue(fields), version)
      settle(next, toForm(next.value))
      setSaved(true)
    } catch (error) {
      setProblem(error)
      setTheirs(currentOf(name, error))
      showRefused(error)
    }
  }
  return {
    form,
    problem,
    saved,
    theirs,
    save: handleSubmit((fields) => keepAt(fields, ground.version)),
    takeTheirs: () => theirs && settle(theirs, toForm(theirs.value)),
    keepMine: () => theirs && void handleSubmit((fields) => keepAt(fields, theirs.version))(),
  }
}

/** What stands there now, when it changed since it was read. */
function currentOf<K extends SettingKey>(name: K, error: unknown): Setting<K> | null {
  if (!(error instanceof ApiProblem) || error.more.code !== 'changed-since') return null
  const parsed = adminSettingsSchema.shape.items.element.safeParse(error.more.current)
  return parsed.success ? settingOf(name, parsed.data) : null
}
