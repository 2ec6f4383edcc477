import type { Families } from "./vector-case.ts";

export const marketFamilies: Families = {};
