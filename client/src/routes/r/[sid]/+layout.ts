/** A record is read anywhere, by anyone, also printed: it ships no JavaScript. */
export const csr = false;
