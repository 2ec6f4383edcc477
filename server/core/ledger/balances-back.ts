/**
 * The balance of each account after each of its entries, going back in time: what is held after the newest entry is known, and
 * each entry says what was held before it.
 *
 * Formula: before = after − amount.
 * Units: micro-credits, whole numbers of any sign.
 *
 * @example
 * new BalancesBack().after("person:ada", 3n, 10n); // => 10n
 */
export class BalancesBack {
  readonly #next = new Map<string, bigint>();

  /** What the account held after this entry; `latestMicros` is what it held after its newest. Entries are given newest first. */
  after(accountId: string, amountMicros: bigint, latestMicros: bigint): bigint {
    const balance = this.#next.get(accountId) ?? latestMicros;
    this.#next.set(accountId, balance - amountMicros);
    return balance;
  }
}
