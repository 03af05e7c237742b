/** The government's line for everything: for whom nobody here knows a nearer number. */
export const HOTLINE = '12345'
