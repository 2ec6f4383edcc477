/** A session lasts this long and no longer, however often it is used. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Sessions that began at this instant or before are over. */
export const sessionsBegunAfter = (now: Date) => new Date(now.getTime() - SESSION_SECONDS * 1_000);
