/**
 * CAMEO codes by the PLOVER type that says the same, in our own reading of both. A code that is not listed has the type of the
 * code it lies under: 0411 that of 041. Statements (01) and appeals (02) say nothing that PLOVER counts as an event.
 */
const TABLE = `
03 AGREE
04 CONSULT; 041 CONSULT.phone; 042 CONSULT.visit; 043 CONSULT.visit; 044 CONSULT.third-party; 045 CONSULT.third-party
05 SUPPORT; 057 AGREE
06 COOPERATE
07 AID
08 CONCEDE; 0813 RETREAT; 0814 RETREAT; 084 RETREAT; 0841 RETREAT.release; 085 RETREAT; 086 RETREAT.access
087 RETREAT; 0871 RETREAT.ceasefire; 0872 RETREAT.withdraw; 0873 RETREAT.disarm; 0874 RETREAT.withdraw
09 ACCUSE.investigate
10 REQUEST; 101 REQUEST.assist; 102 REQUEST.assist; 103 REQUEST.assist; 104 REQUEST.change; 105 REQUEST.yield
106 REQUEST.meet; 107 REQUEST.meet; 108 REQUEST.meet
11 ACCUSE.disapprove; 112 ACCUSE.allege; 114 ACCUSE.allege; 115 ACCUSE.allege; 116 SANCTION.convict
12 REJECT; 121 REJECT.assist; 122 REJECT.assist; 123 REJECT.change; 124 REJECT.yield; 125 REJECT.meet; 126 REJECT.meet
127 REJECT.meet; 128 REJECT; 129 REJECT
13 THREATEN; 1311 THREATEN.relations; 1312 THREATEN.restrict; 1313 THREATEN.relations; 132 THREATEN.restrict
133 THREATEN; 134 THREATEN.relations; 135 THREATEN.relations; 136 THREATEN.expel; 137 THREATEN.violence
138 THREATEN.violence; 1381 THREATEN.restrict; 1382 THREATEN.territory; 139 THREATEN
14 PROTEST; 141 PROTEST.demo; 142 PROTEST.hunger; 143 PROTEST.strike; 144 PROTEST.obstruct; 145 PROTEST.riot
15 MOBILIZE; 151 MOBILIZE.police; 152 MOBILIZE.troops; 153 MOBILIZE.police; 154 MOBILIZE.troops
16 SANCTION; 161 SANCTION.withdraw; 162 SANCTION.discontinue; 163 SANCTION.discontinue; 164 SANCTION.withdraw
165 SANCTION.withdraw; 166 SANCTION.expel
17 COERCE; 171 COERCE.seize; 1712 ASSAULT.destroy; 172 COERCE.restrict; 1723 COERCE.curfew; 1724 COERCE.martial-law
173 COERCE.arrest; 174 COERCE.deport; 175 ASSAULT; 176 COERCE.cyber
18 ASSAULT; 181 ASSAULT.abduct; 182 ASSAULT.beat; 1821 ASSAULT.sexual; 1822 ASSAULT.torture; 183 ASSAULT.explosives
1831 ASSAULT.suicide-attack; 184 ASSAULT.abduct; 185 ASSAULT.targeted; 186 ASSAULT.targeted
19 ASSAULT; 191 COERCE.restrict; 192 COERCE.seize; 193 ASSAULT.firearms; 194 ASSAULT.heavy-weapons; 195 ASSAULT.aerial
20 ASSAULT; 204 ASSAULT.unconventional
`;

const BY_CODE: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/[;\n]/)
    .map((entry) => entry.trim().split(" ") as [string, string]),
);

/**
 * The PLOVER type of a CAMEO code, with its mode where it has one; undefined for a code without any.
 *
 * Formula: the type of the longest beginning of the code that has one.
 * Source: own rule, after the labels of CAMEO 1.1b3 and the PLOVER manual.
 *
 * @example
 * ["0411", "190", "010", "9", "19x"].map(typeOfCameo); // => ["CONSULT.phone", "ASSAULT", undefined, undefined, undefined]
 */
export function typeOfCameo(code: string): string | undefined {
  if (!/^\d{2,4}$/.test(code)) return undefined;
  for (let length = code.length; length >= 2; length--) {
    const type = BY_CODE.get(code.slice(0, length));
    if (type) return type;
  }
  return undefined;
}
