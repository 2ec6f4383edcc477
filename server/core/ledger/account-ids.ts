/** The one account that hands credits out. */
export const HOUSE = "house";

export const personAccount = (userId: string) => `person:${userId}`;
/** What a person's resting orders reserve. */
export const escrowAccount = (userId: string) => `escrow:${userId}`;
/** What a correction could not take back from a person; never above zero. */
export const owedAccount = (userId: string) => `owed:${userId}`;
export const marketAccount = (questionId: string) => `market:${questionId}`;
