import { Badge } from "#app/_components/badge.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import { MedalBadge } from "#app/_scores/medal-badge.tsx";
import type { Medal } from "#core/ranking/medal-of-rank.ts";
import type { BoardLine } from "./board-lines.ts";

interface Props {
  readonly line: BoardLine;
  readonly isYou: boolean;
  readonly medal: Medal | null;
}

/** Who a line is: a forecaster with what must be known of them, or a way of putting the crowd together. */
export function LineName({ line, isYou, medal }: Props) {
  if (line.kind === "reference") {
    const { label, note } = line.row;
    return (
      <span className="flex flex-wrap items-center gap-x-1.5 text-soft">
        <span className="italic">{label}</span>
        <Badge>Reference</Badge>
        <span className="sr-only">{note}</span>
      </span>
    );
  }
  const { name, isBot, isSimulated, isImported, isProvisional } = line.row;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <UserName
        name={name}
        href={`/users/${encodeURIComponent(name)}`}
        isBot={isBot}
        isSimulated={isSimulated}
        isYou={isYou}
      />
      {isImported ? <Badge>Imported</Badge> : null}
      {isProvisional ? <Badge tone="pending">Provisional</Badge> : null}
      {medal ? <MedalBadge medal={medal} /> : null}
    </span>
  );
}
