/** One thing wrong with a bundle: in which list, at which place, in which member. */
export interface BundleFault {
  readonly list: "questions" | "forecasters" | "forecasts";
  readonly index: number;
  readonly field: string;
  readonly message: string;
}
