/** What Prisma calls columns of instants and of JSON. */
const [DATE_TIME, JSON_TEXT] = [10, 11];
/** An instant after the year 9999 as Postgres writes it; JavaScript reads such years with a sign and six digits only. */
const LATE = /^(\d{5,6})(?=-\d\d-\d\d)/;
const LATE_IN_JSON = /(?<=[[:,{]\s*")(\d{5,6})(?=-\d\d-\d\dT\d\d:\d\d:\d\d[^"\\]{0,20}")/g;

const signed = (year: string) => `+${year.padStart(6, "0")}`;

interface ResultSet {
  readonly columnTypes: readonly number[];
  readonly rows: unknown[][];
}
interface Queryable {
  queryRaw(query: never): Promise<ResultSet>;
}
interface Adapter extends Queryable {
  startTransaction(isolationLevel?: never): Promise<Queryable>;
}
interface AdapterFactory {
  connect(): Promise<Adapter>;
}

/** What a cell of such a column says, so that JavaScript can read it. */
function readable(cell: unknown, type: number | undefined): unknown {
  if (typeof cell !== "string") return cell;
  return type === DATE_TIME ? cell.replace(LATE, signed) : cell.replaceAll(LATE_IN_JSON, signed);
}

function readsLateInstants<Own extends Queryable>(queryable: Own): Own {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const places = [...result.columnTypes.keys()].filter((place) =>
      [DATE_TIME, JSON_TEXT].includes(result.columnTypes[place] ?? -1),
    );
    for (const row of result.rows) {
      for (const place of places) row[place] = readable(row[place], result.columnTypes[place]);
    }
    return result;
  };
  return queryable;
}

/**
 * An adapter that also reads instants after the year 9999. What is asked for is bounded today; what was stored before is read
 * as it is, rather than as no instant at all, which no page can show.
 */
export function withLateInstants<Factory extends AdapterFactory>(factory: Factory): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = readsLateInstants(await connect());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => readsLateInstants(await startTransaction(level));
    return adapter;
  };
  return factory;
}
