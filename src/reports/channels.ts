/** How a report came. */
export const channels = ['scan', 'call', 'visit', 'letter', 'box', 'fieldVisit'] as const
export type Channel = (typeof channels)[number]

/** From a phone at a code, with a telephone if anything. What staff entered may have an address: which, is sealed. */
export const filedByResident = (channel: Channel): boolean => channel === 'scan'
