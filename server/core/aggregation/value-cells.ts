/** Who stands at which value: members by value, and the nearest value with any member, up or down. */
export class ValueCells {
  /** The value's number of each forecaster who stands, −1 for the others. */
  readonly valueOf: Int32Array;
  private readonly linked: Uint8Array;
  private readonly first: Int32Array;
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  /** One bit per value: whether it has members. */
  private readonly occupied: Int32Array;

  constructor(values: number, forecasters: number) {
    this.valueOf = new Int32Array(forecasters).fill(-1);
    this.linked = new Uint8Array(forecasters);
    this.first = new Int32Array(values).fill(-1);
    this.after = new Int32Array(forecasters).fill(-1);
    this.before = new Int32Array(forecasters).fill(-1);
    this.occupied = new Int32Array((values >> 5) + 1);
  }

  /** Makes the forecaster a member of a value. */
  link(forecaster: number, value: number): void {
    const head = this.first[value] as number;
    this.valueOf[forecaster] = value;
    this.linked[forecaster] = 1;
    this.after[forecaster] = head;
    this.before[forecaster] = -1;
    if (head >= 0) this.before[head] = forecaster;
    this.first[value] = forecaster;
    this.occupied[value >> 5] = (this.occupied[value >> 5] as number) | (1 << (value & 31));
  }

  /** Takes the forecaster out of the members, but leaves their value known. */
  unlink(forecaster: number): void {
    if (this.linked[forecaster] === 0) return;
    const value = this.valueOf[forecaster] as number;
    const after = this.after[forecaster] as number;
    const before = this.before[forecaster] as number;
    if (before >= 0) this.after[before] = after;
    else this.first[value] = after;
    if (after >= 0) this.before[after] = before;
    if ((this.first[value] as number) < 0) {
      this.occupied[value >> 5] = (this.occupied[value >> 5] as number) & ~(1 << (value & 31));
    }
    this.linked[forecaster] = 0;
  }

  /** A member of the value, or −1; `memberAfter` gives the others. */
  firstMember(value: number): number {
    return this.first[value] as number;
  }

  memberAfter(forecaster: number): number {
    return this.after[forecaster] as number;
  }

  /** The next greater value that has members, or −1. */
  above(value: number): number {
    let word = (value + 1) >> 5;
    if (word >= this.occupied.length) return -1;
    let bits = (this.occupied[word] as number) & (-1 << ((value + 1) & 31));
    while (bits === 0) {
      if (++word >= this.occupied.length) return -1;
      bits = this.occupied[word] as number;
    }
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  }

  /** The next smaller value that has members, or −1. */
  below(value: number): number {
    if (value <= 0) return -1;
    let word = (value - 1) >> 5;
    let bits = (this.occupied[word] as number) & (-1 >>> (31 - ((value - 1) & 31)));
    while (bits === 0) {
      if (--word < 0) return -1;
      bits = this.occupied[word] as number;
    }
    return (word << 5) + 31 - Math.clz32(bits);
  }
}
