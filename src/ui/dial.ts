export const dialled = (phone: string) => phone.replace(/[^+\d]/g, '')

/** The address that dials what somebody wrote. Undefined when it is not one number. */
export const dialOne = (written: string): string | undefined =>
  /^\+?[\d\s()（）-]{3,20}$/.test(written.trim()) ? `tel:${dialled(written)}` : undefined
