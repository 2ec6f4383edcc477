import type { Families } from "./vector-case.ts";

export const calibrationFamilies: Families = {};
