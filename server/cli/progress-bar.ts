const WIDTH = 30;

/** A bar on standard error that fills as work is done; silent where nobody watches. */
export function progressBar(noun: string): { advance: (done: number, total: number) => void; end: () => void } {
  const { stderr } = process;
  let drawn = false;
  return {
    advance(done, total) {
      if (!stderr.isTTY) return;
      const filled = Math.round((WIDTH * done) / Math.max(total, 1));
      stderr.write(`\r${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total} ${noun}`);
      drawn = true;
    },
    end() {
      if (drawn) stderr.write("\n");
    },
  };
}
