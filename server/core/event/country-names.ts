/** English short names of countries by ISO 3166 alpha-3 code, for sentences and pages. */
const TABLE = `
AFG Afghanistan|ALB Albania|DZA Algeria|AND Andorra|AGO Angola|ATG Antigua and Barbuda|ARG Argentina|ARM Armenia
AUS Australia|AUT Austria|AZE Azerbaijan|BHS the Bahamas|BHR Bahrain|BGD Bangladesh|BRB Barbados|BLR Belarus
BEL Belgium|BLZ Belize|BEN Benin|BTN Bhutan|BOL Bolivia|BIH Bosnia and Herzegovina|BWA Botswana|BRA Brazil
BRN Brunei|BGR Bulgaria|BFA Burkina Faso|BDI Burundi|CPV Cape Verde|KHM Cambodia|CMR Cameroon|CAN Canada
CAF the Central African Republic|TCD Chad|CHL Chile|CHN China|COL Colombia|COM the Comoros|COG the Republic of the Congo
COD the Democratic Republic of the Congo|CRI Costa Rica|CIV Côte d’Ivoire|HRV Croatia|CUB Cuba|CYP Cyprus|CZE Czechia
DNK Denmark|DJI Djibouti|DMA Dominica|DOM the Dominican Republic|ECU Ecuador|EGY Egypt|SLV El Salvador
GNQ Equatorial Guinea|ERI Eritrea|EST Estonia|SWZ Eswatini|ETH Ethiopia|FJI Fiji|FIN Finland|FRA France|GAB Gabon
GMB the Gambia|GEO Georgia|DEU Germany|GHA Ghana|GRC Greece|GRD Grenada|GTM Guatemala|GIN Guinea|GNB Guinea-Bissau
GUY Guyana|HTI Haiti|VAT the Holy See|HND Honduras|HKG Hong Kong|HUN Hungary|ISL Iceland|IND India|IDN Indonesia
IRN Iran|IRQ Iraq|IRL Ireland|ISR Israel|ITA Italy|JAM Jamaica|JPN Japan|JOR Jordan|KAZ Kazakhstan|KEN Kenya
KIR Kiribati|PRK North Korea|KOR South Korea|KWT Kuwait|KGZ Kyrgyzstan|LAO Laos|LVA Latvia|LBN Lebanon|LSO Lesotho
LBR Liberia|LBY Libya|LIE Liechtenstein|LTU Lithuania|LUX Luxembourg|MDG Madagascar|MWI Malawi|MYS Malaysia
MDV the Maldives|MLI Mali|MLT Malta|MHL the Marshall Islands|MRT Mauritania|MUS Mauritius|MEX Mexico|FSM Micronesia
MDA Moldova|MCO Monaco|MNG Mongolia|MNE Montenegro|MAR Morocco|MOZ Mozambique|MMR Myanmar|NAM Namibia|NRU Nauru
NPL Nepal|NLD the Netherlands|NZL New Zealand|NIC Nicaragua|NER Niger|NGA Nigeria|MKD North Macedonia|NOR Norway
OMN Oman|PAK Pakistan|PLW Palau|PSE Palestine|PAN Panama|PNG Papua New Guinea|PRY Paraguay|PER Peru|PHL the Philippines
POL Poland|PRT Portugal|PRI Puerto Rico|QAT Qatar|ROU Romania|RUS Russia|RWA Rwanda|KNA Saint Kitts and Nevis
LCA Saint Lucia|VCT Saint Vincent and the Grenadines|WSM Samoa|SMR San Marino|STP São Tomé and Príncipe
SAU Saudi Arabia|SEN Senegal|SRB Serbia|SYC Seychelles|SLE Sierra Leone|SGP Singapore|SVK Slovakia|SVN Slovenia
SLB the Solomon Islands|SOM Somalia|ZAF South Africa|SSD South Sudan|ESP Spain|LKA Sri Lanka|SDN Sudan|SUR Suriname
SWE Sweden|CHE Switzerland|SYR Syria|TWN Taiwan|TJK Tajikistan|TZA Tanzania|THA Thailand|TLS Timor-Leste|TGO Togo
TON Tonga|TTO Trinidad and Tobago|TUN Tunisia|TUR Türkiye|TKM Turkmenistan|TUV Tuvalu|UGA Uganda|UKR Ukraine
ARE the United Arab Emirates|GBR the United Kingdom|USA the United States|URY Uruguay|UZB Uzbekistan|VUT Vanuatu
VEN Venezuela|VNM Vietnam|YEM Yemen|ZMB Zambia|ZWE Zimbabwe|XKX Kosovo
`;

export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
);

/**
 * A country as it stands in a sentence; the code itself when it is none of ours.
 *
 * @example
 * countryName("OMN"); // => "Oman"
 * countryName("USA"); // => "the United States"
 * countryName("ZZZ"); // => "ZZZ"
 */
export function countryName(code: string): string {
  return COUNTRY_NAMES.get(code) ?? code;
}
