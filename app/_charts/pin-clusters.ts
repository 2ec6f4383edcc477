interface Pinned {
  readonly key: string;
  readonly at: number;
  readonly href: string;
}

export interface PinCluster<Event extends Pinned> {
  readonly key: string;
  /** The middle of the events it stands for. */
  readonly at: number;
  /** Where the first of them is told. */
  readonly href: string;
  readonly events: readonly Event[];
}

/** Events that lie closer than `nearest` (a share of the axis) to the first of a group share one pin. */
export function pinClusters<Event extends Pinned>(
  events: readonly Event[],
  from: number,
  to: number,
  nearest = 0.045,
): PinCluster<Event>[] {
  const groups: Event[][] = [];
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && event.at - first.at < nearest * (to - from)) group.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ key: first.key, at: (first.at + last.at) / 2, href: first.href, events: group }];
  });
}
