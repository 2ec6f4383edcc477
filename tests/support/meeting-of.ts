/**
 * A place where so many wait for each other before any of them goes on; whoever comes later passes. Two that must overlap meet
 * here, so that they do on every machine.
 */
export function meetingOf(count: number): () => Promise<void> {
  let open = () => {};
  const met = new Promise<void>((done) => {
    open = done;
  });
  let came = 0;
  return () => {
    if (++came >= count) open();
    return met;
  };
}
