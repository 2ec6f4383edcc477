/**
 * A smooth curve through points that never turns back between them.
 *
 * Formula: the piecewise cubic Hermite interpolant whose slope at an inner point is the weighted harmonic mean of the
 * slopes beside it, and at an end that of the segment beside it.
 * Units: those of the points; x ascending, y ascending. Defined between the first and the last x.
 * Source: F. N. Fritsch, R. E. Carlson (1980), with the slopes of F. N. Fritsch, J. Butland (1984).
 *
 * @example
 * monotoneCurve([0, 1], [0, 2])(0.25); // => 0.5
 */
export function monotoneCurve(x: readonly number[], y: readonly number[]): (at: number) => number {
  const segments = x.length - 1;
  const width = Array.from({ length: segments }, (_, i) => (x[i + 1] as number) - (x[i] as number));
  const slope = width.map((w, i) => ((y[i + 1] as number) - (y[i] as number)) / w);
  const tangent = x.map((_, i) => {
    const before = slope[i - 1];
    const after = slope[i];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    const [w0, w1] = [width[i - 1] as number, width[i] as number];
    return (3 * (w0 + w1)) / ((2 * w1 + w0) / before + (w1 + 2 * w0) / after);
  });
  return (at) => {
    const after = x.findIndex((place) => place > at);
    const i = after === -1 ? segments - 1 : Math.max(0, after - 1);
    const w = width[i] as number;
    const t = (at - (x[i] as number)) / w;
    const [y0, y1] = [y[i] as number, y[i + 1] as number];
    const [m0, m1] = [(tangent[i] as number) * w, (tangent[i + 1] as number) * w];
    return (
      y0 * (2 * t ** 3 - 3 * t ** 2 + 1) +
      m0 * (t ** 3 - 2 * t ** 2 + t) +
      y1 * (3 * t ** 2 - 2 * t ** 3) +
      m1 * (t ** 3 - t ** 2)
    );
  };
}
