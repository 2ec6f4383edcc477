import { hostText } from "#core/text/source-address.ts";

/** Where a link to a source leads, as it cannot be mistaken for another: beside it, whatever its title and publisher say. */
export function SourceHost({ url }: { url: string }) {
  return (
    <bdi dir="ltr" className="text-xs text-faint">
      {hostText(url)}
    </bdi>
  );
}
