import { COUNTRY_NAMES } from "#core/event/country-names.ts";

/** Names that other systems give to countries that we name otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  "occupied palestinian territory": "PSE",
  "palestinian territory, occupied": "PSE",
  gaza: "PSE",
  "russian federation": "RUS",
  "brunei darussalam": "BRN",
  "cote d'ivoire": "CIV",
  "czech republic": "CZE",
  turkey: "TUR",
  swaziland: "SWZ",
  macedonia: "MKD",
  "former yugoslav republic of macedonia": "MKD",
  "holy see (vatican city)": "VAT",
  vatican: "VAT",
  "timor-leste": "TLS",
  "east timor": "TLS",
  "republic of korea": "KOR",
  "viet nam": "VNM",
  burma: "MMR",
  congo: "COG",
  "democratic republic of congo": "COD",
  "lao people's democratic republic": "LAO",
  "syrian arab republic": "SYR",
  "republic of south africa": "ZAF",
  "micronesia, federated states of": "FSM",
  "moldova, republic of": "MDA",
  "tanzania, united republic of": "TZA",
};

const plain = (name: string) => name.trim().toLowerCase().replace(/^the /, "").replaceAll("’", "'");
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...COUNTRY_NAMES].map(([code, name]) => [plain(name), code] as const),
  ...Object.entries(ALIASES),
]);

/**
 * The ISO 3166 alpha-3 code of a country by its English name; null for a name that is none of ours.
 *
 * @example
 * ["Oman", "The United States", "Turkey", "Atlantis"].map(countryOfName); // => ["OMN", "USA", "TUR", null]
 */
export function countryOfName(name: string): string | null {
  return BY_NAME.get(plain(name)) ?? null;
}
