/** The government's line for everything, where nobody here knows a nearer number. */
export const HOTLINE = '12345'
