// Knows whether a user's recorded roles hold System Administrator, under the name that the environment's language gives it. Pure.

import type { User } from '../records/principal.ts';

export function isSystemAdministrator({ roles = [] }: User): boolean {
  return roles.some((role) => /^(?:System Administrator|システム管理者)$/i.test(role.trim()));
}
