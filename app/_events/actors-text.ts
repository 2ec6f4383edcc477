import type { ActorRole } from "#core/event/event.ts";

export interface NamedActor {
  readonly name: string;
  /** Left out where a list does not tell; then they took part. */
  readonly role?: ActorRole;
}

/** Who did what to whom, in a line: "Iran → Oman", "Iran and United States, through Oman". */
export function actorsText(actors: readonly NamedActor[]): string {
  const of = (role: ActorRole) => [
    ...new Set(actors.filter((actor) => (actor.role ?? "participant") === role).map(({ name }) => name)),
  ];
  const acting = [of("initiator"), of("recipient")].filter((names) => names.length > 0).map(listed);
  const parties = [acting.join(" → "), listed(of("participant"))].filter(Boolean).join(", with ");
  const mediators = listed(of("mediator"));
  if (mediators === "") return parties;
  return parties === "" ? `through ${mediators}` : `${parties}, through ${mediators}`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return names.length === 2 ? names.join(" and ") : `${names.slice(0, -1).join("; ")}; and ${names.at(-1)}`;
}
