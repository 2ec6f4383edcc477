/** The scripts that people write names in today: UAX 31's recommended scripts, and those of limited use. */
const SCRIPTS =
  "Latn Cyrl Grek Arab Hebr Armn Geor Ethi Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr Khmr Thaa Hang Hani Hira Kana Bopo Cher Cans Nkoo Tfng Syrc Adlm Rohg Mong Yiii Vaii Bamu Java Bali Sund Lisu Olck Mtei Cham Tale Talu Lana Limb Lepc Saur Kali Batk Newa Osge Plrd Sylo Tavt Hmnp Wcho Nagm Toto".split(
    " ",
  );
/** What is written together as one alphabet: Chinese, Japanese and Korean, with Latin letters among them. */
const TOGETHER = [
  ["Latn", "Hani", "Hira", "Kana"],
  ["Latn", "Hani", "Bopo"],
  ["Latn", "Hani", "Hang"],
];

const inAll = (scripts: readonly string[]) =>
  new RegExp(`^[${scripts.map((script) => `\\p{scx=${script}}`).join("")}\\p{scx=Zyyy}\\p{scx=Zinh}]*$`, "u");
const ALPHABETS = [...SCRIPTS.map((script) => [script]), ...TOGETHER].map(inAll);

/**
 * Whether a text is written in one alphabet: letters of one script, with what belongs to every script (digits, hyphens), or of
 * those that Chinese, Japanese and Korean are written in together with Latin.
 *
 * Source: UTS 39, "highly restrictive", with the script extensions of UAX 24.
 *
 * @example
 * ["ada", "हिन्दी", "東京Tower", "аda"].map(isOneAlphabet); // => [true, true, true, false]
 */
export function isOneAlphabet(text: string): boolean {
  return ALPHABETS.some((alphabet) => alphabet.test(text));
}
