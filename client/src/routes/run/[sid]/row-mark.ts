/** How a row of the run of show stands to the meeting. */
export type Mark = 'done' | 'now' | 'next' | 'later' | 'skipped';
/** A change that somebody asks for on a row. */
export type RowPress = 'up' | 'down' | 'skip' | 'edit';
