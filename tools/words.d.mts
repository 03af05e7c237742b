import type { Plugin } from 'rolldown'

export function languagesApart(): Plugin
