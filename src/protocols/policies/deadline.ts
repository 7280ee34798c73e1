/**
 * A deadline that travels: each message says how much time is left, and whoever gets it counts from there by its own
 * monotonic clock, so that no two clocks need agree. What the message spends on its way is not counted: a callee
 * believes it has longer than its caller will wait, by exactly that.
 */

/** A moment of the holder's own monotonic clock; null: whenever. */
export type Deadline = number | null;

/** The deadline of whoever reads now and has `leftUs` left; null stays null. */
export const deadlineIn = (nowUs: number, leftUs: number | null): Deadline =>
  leftUs === null ? null : nowUs + leftUs;

/** What to write into a message; never below 0. */
export const leftAt = (deadline: Deadline, nowUs: number): number | null =>
  deadline === null ? null : Math.max(0, deadline - nowUs);

/** From the deadline itself on, nobody waits. */
export const isOver = (deadline: Deadline, nowUs: number): boolean => deadline !== null && nowUs >= deadline;

/** How long one try may take: its own time-out, or what is left if that is less. */
export const tryForUs = (timeoutUs: number, deadline: Deadline, nowUs: number): number =>
  Math.min(timeoutUs, leftAt(deadline, nowUs) ?? timeoutUs);
