/** Whatever is not simply seen: controls, formats, halves of characters, what is private or not assigned, what is ignored. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

const LINES = /^[\t\n\r]$/;
/** Signs of Arabic, Syriac and Kaithi that are formats by their category, and are seen all the same. */
const SEEN_FORMATS = /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]$/u;
const DIRECTIONS = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/;

/** Letters and marks of the scripts in which letters join or stack: there the two joiners change what is seen. */
const JOINING =
  /(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const JOINING_BEFORE = new RegExp(`${JOINING.source}$`, "u");
const JOINING_AFTER = new RegExp(`^${JOINING.source}`, "u");
/** After these a joiner shows itself even at the end: the shape of an Arabic letter, half of an Indic one. */
const SHAPED_BEFORE = new RegExp(`(?:(?=\\p{L})\\p{scx=Arab}|(?=\\p{M})${JOINING.source})$`, "u");
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
const MONGOLIAN_BEFORE = /\p{sc=Mong}$/u;
/** The flags of England, Scotland and Wales, which are spelled in tags. */
const TAGGED_FLAG =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/** Whether an unseen character does something good where it stands. */
function isAtHome(character: string, before: string, after: string): boolean {
  switch (character) {
    case "\u200c":
      return JOINING_BEFORE.test(before) && JOINING_AFTER.test(after);
    case "\u200d":
      if (EMOJI_BEFORE.test(before)) return EMOJI_AFTER.test(after);
      return SHAPED_BEFORE.test(before) || (JOINING_BEFORE.test(before) && JOINING_AFTER.test(after));
    case "\ufe0e":
    case "\ufe0f":
      return /[0-9#*]$/.test(before) ? after.startsWith("\u20e3") : /\p{Emoji}$/u.test(before);
    case "\u180b":
    case "\u180c":
    case "\u180d":
    case "\u180f":
      return MONGOLIAN_BEFORE.test(before);
    default:
      return LINES.test(character) || SEEN_FORMATS.test(character);
  }
}

function whyOf(character: string): string {
  if (DIRECTIONS.test(character)) return "which is not seen and turns the direction of the text around it";
  if (/\p{Cs}/u.test(character)) return "which is half of a character";
  if (/[\p{Co}\p{Cn}]/u.test(character)) return "which stands for nothing that everybody can read";
  return "which is not seen";
}

interface Unseen {
  readonly character: string;
  readonly index: number;
}

function* unseenIn(text: string): Generator<Unseen> {
  if (text.search(UNSEEN) === -1) return;
  const flags = [...text.matchAll(TAGGED_FLAG)].map(({ index, 0: flag }) => [index, index + flag.length] as const);
  for (const { index, 0: character } of text.matchAll(UNSEEN)) {
    if (flags.some(([from, until]) => index >= from && index < until)) continue;
    const end = index + character.length;
    if (!isAtHome(character, text.slice(Math.max(0, index - 2), index), text.slice(end, end + 2))) {
      yield { character, index };
    }
  }
}

/**
 * What keeps a text from being taken, in words that name the character and its place; null when nothing does. Refused is what
 * no reader sees: controls but tab and line ends, what turns the direction of writing, zero-width characters, tags, halves of
 * characters, and code points that are private or mean nothing. Taken where they do what they are for: the joiners between
 * letters that join (Persian, Hindi) and in emoji, and the selectors of emoji.
 *
 * Units: characters are counted by code points, from 1.
 * Source: Unicode's general categories and Default_Ignorable_Code_Point; UAX 31 for the joiners.
 *
 * @example
 * textFault("Talks go on"); // => null
 * textFault("pay\u202Ecba"); // => "Character 4 is U+202E, which is not seen and turns the direction of the text around it. Take it out."
 * textFault("می\u200Cرود"); // => null
 */
export function textFault(text: string): string | null {
  for (const { character, index } of unseenIn(text)) {
    const place = [...text.slice(0, index)].length + 1;
    return `Character ${place} is ${codeOf(character)}, ${whyOf(character)}. Take it out.`;
  }
  return null;
}

/** A code point as Unicode writes it: U+202E. */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * A text without the characters for which `textFault` would refuse it: for text that a machine reads from pages that nobody
 * here can mend.
 *
 * @example
 * withoutUnseen("Mus\u00ADcat\u200B talks"); // => "Muscat talks"
 */
export function withoutUnseen(text: string): string {
  let kept = "";
  let from = 0;
  for (const { character, index } of unseenIn(text)) {
    kept += text.slice(from, index);
    from = index + character.length;
  }
  return kept + text.slice(from);
}
