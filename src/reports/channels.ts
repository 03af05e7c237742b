/** How a report came. */
export const channels = ['scan', 'call', 'visit', 'letter', 'box', 'fieldVisit'] as const
export type Channel = (typeof channels)[number]
