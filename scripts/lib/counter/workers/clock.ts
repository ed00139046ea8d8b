/** The clock of the Worker, in one place so that a test can hold it. */
export const clock: { now: () => number } = { now: () => Date.now() };
