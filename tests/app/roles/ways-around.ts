/** One way to ask for a page that is meant to get around whatever turns people away. */
export interface WayAround {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const withQuery = (path: string, query: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;
const PATH_END = /(?=\?|$)/;
const suffixed = (path: string, suffix: string) => path.replace(PATH_END, suffix);

/** The state of a browser that has everything of a page but its innermost part, which alone it asks for. */
function stateTree(folder: string): string {
  const parts = ["(site)", ...folder.split("/").filter(Boolean), "__PAGE__"];
  const leaf: unknown = ["__PAGE__", {}, null, "refetch"];
  const tree = parts.slice(0, -1).reduceRight<unknown>((child, part) => [part, { children: child }], leaf);
  return encodeURIComponent(JSON.stringify(["", { children: tree }]));
}

/** Ways around for one page, known by its address and the folder that makes it. */
export function waysAround(path: string, folder: string, buildId: string): WayAround[] {
  const [bare = "", query] = path.split("?");
  const rest = query === undefined ? "" : `?${query}`;
  const part = withQuery(path, "_rsc=1a2b3");
  const plain = (name: string, changed: string) => ({ name, path: changed, headers: {} });
  const by = (name: string, headers: Record<string, string>, asked = path) => ({ name, path: asked, headers });
  const five = (name: string) => Array.from({ length: 5 }, () => name).join(":");
  const segment = bare.split("/").filter(Boolean).join("/");
  return [
    by("subrequest of a middleware", { "x-middleware-subrequest": five("middleware") }),
    by("subrequest of src/middleware", { "x-middleware-subrequest": five("src/middleware") }),
    by("subrequest of a proxy", { "x-middleware-subrequest": five("proxy") }),
    by("rewritten from inside", { "x-middleware-rewrite": path, "x-invoke-path": bare, "x-matched-path": bare }),
    by("data of a page", { "x-nextjs-data": "1" }),
    by("part, without its mark", { rsc: "1" }),
    by("part", { rsc: "1" }, part),
    by("part, the innermost", { rsc: "1", "next-router-state-tree": stateTree(folder) }, part),
    by("part, of a state that is none", { rsc: "1", "next-router-state-tree": "%5Bx" }, part),
    by("part, fetched ahead", { rsc: "1", "next-router-prefetch": "1" }, part),
    by(
      "tree, fetched ahead",
      { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
      part,
    ),
    by(
      "whole, fetched ahead",
      { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" },
      part,
    ),
    plain("mark of a part", part),
    plain(".rsc", suffixed(path, ".rsc")),
    by(".rsc as a part", { rsc: "1" }, suffixed(path, ".rsc")),
    plain(".prefetch.rsc", suffixed(path, ".prefetch.rsc")),
    ...["_tree", "_full", "_index", `!KHNpdGUp/${segment}/__PAGE__`].map((name) =>
      plain(`segment ${name}`, `${bare === "/" ? "/index" : bare}.segments/${name}.segment.rsc${rest}`),
    ),
    plain("_next/data", `/_next/data/${buildId}${bare === "/" ? "/index" : bare}.json${rest}`),
    plain("slash at the end", `${bare}/${rest}`),
    plain("slashes at the start", `/${bare}${rest}`),
    plain("%2e", `/%2e${bare}${rest}`),
    plain("%2e%2e", `/x/%2e%2e${bare}${rest}`),
    plain("%2f", `${bare}%2f${rest}`),
    plain("first letter escaped", `/%${bare.charCodeAt(1).toString(16)}${bare.slice(2)}${rest}`),
    plain("upper case", `${bare.toUpperCase()}${rest}`),
    by("HEAD in a header", { "x-http-method-override": "HEAD" }),
  ];
}
