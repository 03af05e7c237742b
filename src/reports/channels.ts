/** How a report came. */
export const channels = ['scan', 'call', 'visit', 'letter', 'box', 'fieldVisit'] as const
export type Channel = (typeof channels)[number]

/** A resident leaves a telephone. What staff entered may be an address: which of the two is sealed. */
export const filedByResident = (channel: Channel): boolean => channel === 'scan'
