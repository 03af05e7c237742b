/** Its path; throws one clear line when there is none and none can be installed. */
export function ensureStrace(): string
