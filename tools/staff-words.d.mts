import type { Plugin } from 'rolldown'

type Imports = Map<string, readonly string[]>

export function noting(imports: Imports): Plugin
export function onlyForStaff(imports: Imports): Set<string>
