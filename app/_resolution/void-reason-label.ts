import { VOID_REASONS } from "#core/resolution/void-reasons.ts";

export function voidReasonLabel(code: string): string {
  return VOID_REASONS.find((reason) => reason.code === code)?.label ?? code;
}
