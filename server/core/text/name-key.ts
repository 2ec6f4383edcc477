const JOINERS = /[\u200c\u200d]/g;

/**
 * By what a name is told from others: the same for every way to write it in capitals, in wide or narrow letters, in parts or
 * whole, and with or without joiners.
 *
 * Formula: NFKC without U+200C and U+200D, through capitals to small letters, which folds what has no capital or no small letter
 * of its own (ß, ſ, final ς); twice, since each of the two can make work for the other.
 * Source: UAX 15 and the simple form of Unicode's case folding.
 *
 * @example
 * ["Ada", "ＡＤＡ", "Stra\u00dfe", "STRASSE"].map(nameKey); // => ["ada", "ada", "strasse", "strasse"]
 */
export function nameKey(name: string): string {
  return folded(folded(name.replaceAll(JOINERS, "")));
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase();
}

/**
 * The keys under which a name may be found: its own, and the one by which names were kept before, small letters alone.
 *
 * @example
 * keysOfName("Stra\u00dfe"); // => ["strasse", "straße"]
 * keysOfName("Ada"); // => ["ada"]
 */
export function keysOfName(name: string): string[] {
  return [...new Set([nameKey(name), name.normalize("NFC").toLowerCase(), name.toLowerCase()])];
}
