/**
 * The types of event and their modes, by the names of the PLOVER ontology (openeventdata/PLOVER). The names are the
 * interchange format; the words describing them are ours. A topic may add subtypes under a type.
 */

export interface EventMode {
  readonly name: string;
  readonly label: string;
}

/** Whether a type is talk or deed, and whether it brings parties together or apart. */
export type EventQuad = "verbal cooperation" | "material cooperation" | "verbal conflict" | "material conflict";

export interface EventType {
  readonly code: string;
  readonly label: string;
  /** One such event, and several, as they stand in a sentence. */
  readonly one: string;
  readonly many: string;
  readonly quad: EventQuad;
  readonly description: string;
  readonly modes: readonly EventMode[];
}

/** `code | label | one | many | quad | description | mode: label; …`, one type a line. */
const TABLE = `
AGREE | Agreement | an agreement | agreements | verbal cooperation | Parties agree on something, or say that they will |
CONSULT | Consultation | a consultation | consultations | verbal cooperation | Parties meet or talk | visit: visit to the host; third-party: hosted by a third party; multilateral: in a multilateral setting; phone: by telephone or video
SUPPORT | Support | a statement of support | statements of support | verbal cooperation | Somebody speaks for another's side, or endorses it |
CONCEDE | Concession | a concession | concessions | verbal cooperation | Somebody yields to a demand, or says they will |
COOPERATE | Cooperation | an act of cooperation | acts of cooperation | material cooperation | Parties work or trade together in deed |
AID | Aid | a delivery of aid | deliveries of aid | material cooperation | Somebody gives money, goods or help |
RETREAT | Retreat | a retreat | retreats | material cooperation | Somebody gives up a position, captives, arms or office | withdraw: withdrawal of forces; release: release of captives; disarm: disarmament; ceasefire: ceasefire; access: access granted; resign: resignation
REQUEST | Demand | a demand | demands | verbal conflict | Somebody asks or demands something of another | assist: for assistance; change: for change; yield: for a concession; meet: for a meeting
ACCUSE | Accusation | an accusation | accusations | verbal conflict | Somebody blames, charges or investigates another | disapprove: disapproval; investigate: investigation; allege: allegation or charge
REJECT | Rejection | a rejection | rejections | verbal conflict | Somebody refuses what was asked or offered | assist: of assistance; change: of change; yield: of a concession; meet: of a meeting
THREATEN | Threat | a threat | threats | verbal conflict | Somebody threatens another | restrict: of restrictions; arrest: of arrest; relations: to break off relations or talks; expel: of expulsion; territory: to take territory; violence: of violence
PROTEST | Protest | a protest | protests | material conflict | People protest in public | demo: demonstration; riot: riot; strike: strike; hunger: hunger strike; boycott: boycott; obstruct: obstruction; vandalize: vandalism
SANCTION | Sanction | a sanction | sanctions | material conflict | Somebody penalises another or cuts exchange | convict: conviction; expel: expulsion; withdraw: withdrawal from a body or process; discontinue: exchange cut or sanctions imposed
MOBILIZE | Mobilization | a mobilization | mobilizations | material conflict | Forces are readied or moved | troops: troops; weapons: weapons; police: police; militia: militia
COERCE | Coercion | an act of coercion | acts of coercion | material conflict | An authority restrains, seizes or suppresses | seize: seizure or raid; restrict: restriction; censor: censorship; curfew: curfew; martial-law: state of emergency; arrest: arrest; deport: deportation; withhold: services withheld; misinformation: deception; cyber: cyber attack
ASSAULT | Assault | an assault | assaults | material conflict | Somebody uses violence | abduct: abduction; beat: beating; torture: torture; sexual: sexual violence; targeted: targeted killing; destroy: destruction of property; primitive: simple weapons; firearms: firearms; explosives: explosives; suicide-attack: suicide attack; aerial: by aircraft; drone: by drone; heavy-weapons: heavy weapons; crowd-control: crowd-control weapons; unconventional: weapons of mass destruction
`;

export const EVENT_TYPES: readonly EventType[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [code = "", label = "", one = "", many = "", quad = "", description = "", modes = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    return { code, label, one, many, quad: quad as EventQuad, description, modes: modesOf(modes) };
  });

const BY_CODE: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [type.code, type]));
/** A mode or a subtype: lower-case words joined by hyphens, one below another if need be. */
const SUBTYPE = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

/**
 * The PLOVER type of a code, whatever its mode; undefined when the code is none.
 *
 * @example
 * eventTypeOf("CONSULT.visit").code; // => "CONSULT"
 * eventTypeOf("PARLEY"); // => undefined
 */
export function eventTypeOf(code: string): EventType | undefined {
  const [type = "", ...rest] = code.split(".");
  return rest.length === 0 || SUBTYPE.test(rest.join(".")) ? BY_CODE.get(type) : undefined;
}

/**
 * Whether a code is a PLOVER type alone, a type and one of its modes, or a topic's own subtype of a type.
 *
 * @example
 * eventTypeLevel("RETREAT.release"); // => "plover"
 * eventTypeLevel("CONSULT.envoy-return"); // => "subtype"
 * eventTypeLevel("consult"); // => "unknown"
 */
export function eventTypeLevel(code: string): "plover" | "subtype" | "unknown" {
  const type = eventTypeOf(code);
  if (!type) return "unknown";
  const rest = code.slice(type.code.length + 1);
  return rest === "" || type.modes.some(({ name }) => name === rest) ? "plover" : "subtype";
}

/**
 * A code in words.
 *
 * @example
 * eventTypeLabel("CONSULT.visit"); // => "Consultation: visit to the host"
 * eventTypeLabel("CONSULT.envoy-return"); // => "Consultation: envoy return"
 * eventTypeLabel("PARLEY"); // => "PARLEY"
 */
export function eventTypeLabel(code: string): string {
  const type = eventTypeOf(code);
  if (!type) return code;
  const detail = eventTypeDetail(code);
  return detail === "" ? type.label : `${type.label}: ${detail}`;
}

/**
 * The words of the mode or subtype of a code; empty for a type alone.
 *
 * @example
 * eventTypeDetail("CONSULT.phone"); // => "by telephone or video"
 */
export function eventTypeDetail(code: string): string {
  const rest = code.split(".").slice(1).join(".");
  const mode = eventTypeOf(code)?.modes.find(({ name }) => name === rest);
  return mode?.label ?? rest.replaceAll(/[.-]/g, " ");
}

function modesOf(cell: string): EventMode[] {
  return cell === ""
    ? []
    : cell.split(";").map((mode) => {
        const [name = "", label = ""] = mode.split(":").map((word) => word.trim());
        return { name, label };
      });
}
