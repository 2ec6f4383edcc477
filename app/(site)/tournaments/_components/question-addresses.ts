/** The addresses in what somebody pasted: one a line, whole links or only their last part. */
export function questionAddresses(text: string): string[] {
  const addresses = text
    .split(/[\s,]+/)
    .map((word) => word.replace(/[?#].*$/, "").replace(/\/+$/, ""))
    .map((word) => word.split("/questions/").at(-1)?.split("/")[0] ?? "")
    .filter((word) => word !== "");
  return [...new Set(addresses)];
}
