/** The page for joining works on any phone: it ships no JavaScript. */
export const csr = false;
