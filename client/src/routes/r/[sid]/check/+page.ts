/** What is counted here is counted in the reader's own browser: unlike the record beside it, this page is nothing without a script. */
export const csr = true;
