import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { DAY_MS } from "#core/time/time-window.ts";

/** What the list of acts is narrowed to, as it stands in the address. */
export type AuditFilterValues = Partial<Record<(typeof NAMES)[number], string>>;

const NAMES = ["actor", "action", "subject", "from", "until", "before"] as const;

/** The filters that an address asks for; what no filter could be is left out. */
export function auditFiltersFrom(query: AddressQuery): AuditFilterValues {
  const params = addressParams(query);
  const read = (name: (typeof NAMES)[number]) => {
    if (name === "before") return params.cursor("audit", name);
    return name === "from" || name === "until" ? params.day(name) : params.text(name, 80);
  };
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = read(name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** The filters as the query of an address. */
export function auditQuery(filters: AuditFilterValues): string {
  return new URLSearchParams(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))).toString();
}

/** What the filters ask the log for; the last day is taken in whole. */
export function auditScope({ actor, action, subject, from, until, before }: AuditFilterValues) {
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(from ? { from: new Date(from) } : {}),
    ...(until ? { until: new Date(Date.parse(until) + DAY_MS) } : {}),
    ...(before ? { cursor: before } : {}),
  };
}
