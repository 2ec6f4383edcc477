/**
 * What tests leave to chance. In every run of `npm test` the same cases are drawn, so that a failure is the code's and not the
 * day's; `npm run test:long` draws others each time, says by which seed, and many times as many.
 */
export const SEED = Number(process.env.TEST_SEED ?? 20_260_206);

const TIMES = Number(process.env.TEST_TIMES ?? 1);

/** How many cases are tried where the gate tries so many. */
export const times = (inTheGate: number): number => inTheGate * TIMES;
