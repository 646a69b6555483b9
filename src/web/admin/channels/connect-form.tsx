import type { Account } from '#src/modules/deliveries/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { fieldsOf, isAllowedThere, type Door } from './channel-form.ts'

/** What is to be typed at the service itself. */
export function Addresses(props: { door: Door; site: string; slug: string; reports: string }) {
  const { w } = useView()
  const { door, site, slug } = props
  const words = w.channels.admin.addresses
  const rows: [string, string][] =
    door === 'zalo'
      ? [
          [words.callback, site + paths.adminChannelBack('zalo')],
          [words.webhook, site + paths.zaloEvents(slug)],
        ]
      : door === 'facebook'
        ? [[words.callback, site + paths.adminChannelBack('facebook')]]
        : door === 'sms' || door === 'sms-2'
          ? [[words.reports, props.reports]]
          : []
  if (rows.length === 0) return null
  return (
    <dl class="summary">
      {rows.map(([what, address]) => (
        <div>
          <dt>{what}</dt>
          <dd>
            <code>{address}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FormProps = { door: Door; account: Account | undefined; filled: Filled }

/** Name, keeper, and what the service asks for. What was typed stays; secrets are never shown. */
export function ConnectForm({ door, account, filled }: FormProps) {
  const { w, to } = useView()
  const words = w.channels.admin
  const fieldWords: Record<string, string> = words.fields
  const securityWords: Record<string, string> = words.security
  return (
    <form method="post" action={to(paths.adminChannelDo(door, 'noi'))}>
      <Field
        name="name"
        label={words.name}
        hint={words.nameHints[door]}
        filled={filled}
        initial={account?.name}
      />
      <Field
        name="keptBy"
        label={words.keptBy}
        hint={words.keptByHint}
        filled={filled}
        initial={account?.keptBy}
      />
      {fieldsOf[door].map((it) => {
        const common = {
          ...{ name: it.name, label: fieldWords[it.name] ?? it.name, filled },
          initial: it.secret ? undefined : (account?.settings[it.name] ?? it.initial),
        }
        if (it.options)
          return (
            <Select
              {...common}
              empty={false}
              options={it.options.map((value) => ({
                value,
                label: securityWords[value] ?? value,
              }))}
            />
          )
        return (
          <Field
            {...common}
            {...(it.secret && {
              type: 'password' as const,
              hint: account ? words.secretStands : words.secretHint,
            })}
            {...(it.optional && { optional: true })}
          />
        )
      })}
      {(door === 'sms' || door === 'sms-2' || door === 'zns') && (
        <Field
          name="cost"
          label={words.cost}
          hint={words.costHint}
          filled={filled}
          initial={account?.costPerPart === null ? '' : account && String(account.costPerPart)}
          inputmode="numeric"
          width="short"
          optional
        />
      )}
      <button class="button">
        {account ? words.renew : isAllowedThere(door) ? words.goOn : words.connect}
      </button>
    </form>
  )
}
