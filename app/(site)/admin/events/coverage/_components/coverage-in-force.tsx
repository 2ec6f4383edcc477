import Link from "next/link";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { scopeText } from "#app/_events/scope-text.ts";

interface CoverageInForceProps {
  readonly coverage: readonly {
    readonly id: string;
    readonly types: readonly string[];
    readonly actors: readonly string[];
    readonly coversFrom: Date;
    readonly coversUntil: Date;
    readonly note: string;
    readonly signedAt: Date;
    readonly signedByName: string;
  }[];
  readonly slug: string;
}

/** The statements that stand, each with the way to replace it. */
export function CoverageInForce({ coverage, slug }: CoverageInForceProps) {
  if (coverage.length === 0) {
    return (
      <EmptyState title="Nothing is signed yet">Until it is, no question of this topic resolves by absence.</EmptyState>
    );
  }
  return (
    <ItemList>
      {coverage.map(({ id, coversFrom, coversUntil, signedAt, signedByName, note, ...scope }) => (
        <ListItem
          key={id}
          title={scopeText(scope)}
          meta={
            <>
              <span>
                <Instant at={coversFrom.getTime()} form="absolute" /> –{" "}
                <Instant at={coversUntil.getTime()} form="absolute" />
              </span>
              <span>
                signed by {signedByName}, <Instant at={signedAt.getTime()} form="absolute" />
              </span>
              <Link href={`/admin/events/coverage?topic=${slug}&replace=${id}`} className="link">
                Replace
              </Link>
            </>
          }
        >
          {note ? <p className="text-sm">{note}</p> : null}
        </ListItem>
      ))}
    </ItemList>
  );
}
