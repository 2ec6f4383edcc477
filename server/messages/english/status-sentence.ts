/** That something cannot be done to a question in the status that it has. */
export function statusSentence({ status, action }: { readonly status: string; readonly action: string }): string {
  const words = action === "clock" ? "clock on" : action.replaceAll("_", " ");
  return `The question is ${status}; in that state it is not possible to ${words}.`;
}
