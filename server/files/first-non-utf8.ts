/** What may follow a first byte: how many bytes, and within which bounds the next one lies. After RFC 3629, section 4. */
function following(first: number): readonly [count: number, least: number, most: number] | null {
  if (first < 0x80) return [0, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [1, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [2, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [3, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return null;
}

/** Where the first character begins that is no UTF-8; the length where all are. A decoder says only that there is one. */
export function firstNonUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const rule = following(bytes[at] as number);
    if (!rule) return at;
    const [count, least, most] = rule;
    for (let step = 1; step <= count; step++) {
      const byte = bytes[at + step] ?? 0;
      if (byte < (step === 1 ? least : 0x80) || byte > (step === 1 ? most : 0xbf)) return at;
    }
    at += 1 + count;
  }
  return at;
}
