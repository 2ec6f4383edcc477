import { DAY_MS } from "#core/time/time-window.ts";

/** What the list of acts is narrowed to, as it stands in the address. */
export type AuditFilterValues = Partial<Record<(typeof NAMES)[number], string>>;

const NAMES = ["actor", "action", "subject", "from", "until", "before"] as const;

/** The filters that an address asks for; what no filter could be is left out. */
export function auditFiltersFrom(query: Readonly<Record<string, string | string[] | undefined>>): AuditFilterValues {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = query[name];
      const text = typeof value === "string" ? value.trim().slice(0, 80) : "";
      return text !== "" && isPossible(name, text) ? [[name, text] as const] : [];
    }),
  );
}

function isPossible(name: (typeof NAMES)[number], text: string): boolean {
  if (name === "before") return /^\d{1,18}$/.test(text);
  if (name === "from" || name === "until") return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return true;
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
