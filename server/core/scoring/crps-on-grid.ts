/**
 * The continuous ranked probability score of a CDF given at evenly spaced points, in units of its range.
 *
 * TeX: \int_0^1\bigl(F(x)-\mathbf 1[x\ge y]\bigr)^2\,dx
 * Formula: ∫₀¹ (F(x) − 1[x ≥ y])² dx with F piecewise linear. A segment of width h with end values a, b gives
 * h(a² + ab + b²)/3 left of y and h(a'² + a'b' + b'²)/3 right of it, a' = 1 − a, b' = 1 − b; the segment that holds y
 * is cut at y. An outcome outside the range is below or above every segment.
 * Units: 0 best, 1 worst; y in the same units (0 lower end of the range, 1 upper end). Proper; mass outside the range
 * counts only through F at its ends. Source: closed form of the definition (Matheson & Winkler 1976).
 *
 * @example
 * crpsOnGrid([0, 0.5, 1], 0.5); // => 1 / 12
 */
export function crpsOnGrid(cdf: ArrayLike<number>, outcome: number): number {
  const segments = cdf.length - 1;
  const at = Math.min(segments, Math.max(0, outcome * segments));
  const held = Math.min(segments - 1, Math.floor(at));
  let sum = 0;
  let a = cdf[0] as number;
  for (let i = 0; i < held; i++) {
    const b = cdf[i + 1] as number;
    sum += a * a + a * b + b * b;
    a = b;
  }
  const share = at - held;
  const end = cdf[held + 1] as number;
  const cut = a + (end - a) * share;
  sum += share * (a * a + a * cut + cut * cut);
  let u = 1 - cut;
  let v = 1 - end;
  sum += (1 - share) * (u * u + u * v + v * v);
  u = v;
  for (let i = held + 1; i < segments; i++) {
    v = 1 - (cdf[i + 1] as number);
    sum += u * u + u * v + v * v;
    u = v;
  }
  return sum / (3 * segments);
}
