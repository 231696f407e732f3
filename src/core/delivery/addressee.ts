// Knows whether To of a Send E-mail step names somebody other than the contact that the process is about. Pure.

import type { To } from '../records/process.ts';

/** Whom another lookup leads to is not known; a contact that was picked may be the one who waits. */
export function isSomebodyElse(to: To | undefined): boolean {
  if (to === undefined || to === 'contact' || to === 'empty') return false;
  return typeof to === 'string' || 'user' in to || 'queue' in to || 'team' in to;
}
