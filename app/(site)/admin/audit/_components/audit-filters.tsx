import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { AuditFilterValues } from "./audit-params.ts";

/** Narrows the log by an address that can be kept and sent on; works without script. */
export function AuditFilters({ filters, actions }: { filters: AuditFilterValues; actions: readonly string[] }) {
  return (
    <form
      action="/admin/audit"
      aria-label="Narrow the log"
      className="mb-6 grid items-end gap-3 border-y border-hairline py-4 sm:grid-cols-2 lg:grid-cols-[1fr_1.2fr_1.2fr_1fr_1fr_auto]"
    >
      <Field label="Who">
        {(control) => (
          <TextInput {...control} name="actor" defaultValue={filters.actor ?? ""} placeholder="Name or job" />
        )}
      </Field>
      <Field label="Action">
        {(control) => (
          <Select {...control} name="action" defaultValue={filters.action ?? ""}>
            <option value="">Every action</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="To what">
        {(control) => (
          <TextInput
            {...control}
            name="subject"
            defaultValue={filters.subject ?? ""}
            placeholder="Kind or identifier"
          />
        )}
      </Field>
      <Field label="From (UTC)">
        {(control) => <TextInput {...control} type="date" name="from" defaultValue={filters.from ?? ""} />}
      </Field>
      <Field label="To (UTC)">
        {(control) => <TextInput {...control} type="date" name="until" defaultValue={filters.until ?? ""} />}
      </Field>
      <div className="flex items-center gap-4">
        <Button type="submit" tone="secondary">
          Show
        </Button>
        {Object.keys(filters).length > 0 ? (
          <PageLink href="/admin/audit" className="link text-sm">
            Clear
          </PageLink>
        ) : null}
      </div>
    </form>
  );
}
