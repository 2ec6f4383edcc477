/**
 * Whether the crowd may be shown: at once, or from `revealAt` on where a question has one. Until then nothing that
 * gives the crowd away may leave the server, on any path.
 *
 * Units: epoch milliseconds; inclusive.
 *
 * @example
 * isCrowdRevealed(null, 5); // => true
 * isCrowdRevealed(6, 5); // => false
 */
export function isCrowdRevealed(revealAt: number | null, now: number): boolean {
  return revealAt === null || revealAt <= now;
}
