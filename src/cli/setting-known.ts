// Knows whether the records tell which value of a portal setting is in force. What that means for mail is core's business.

import { isNotRecorded, type SettingInForce } from '../core/delivery/site-settings.ts';
import type { Setting } from '../core/delivery/settings/setting.ts';

/**
 * recorded      a row says so, or there is none and the default is the same by all accounts;
 * not-recorded  nothing is recorded of any site, or there is a row without what stands in it;
 * not-certain   no row decides, and the accounts of the default differ.
 */
export function knowledgeOf(
  setting: Setting,
  inForce: SettingInForce,
  siteRecorded: boolean,
): 'recorded' | 'not-recorded' | 'not-certain' {
  if (!siteRecorded || isNotRecorded(inForce)) return 'not-recorded';
  const twoAccounts = setting.type === 'boolean' && setting.inCode !== undefined;
  return inForce.source === 'default' && twoAccounts ? 'not-certain' : 'recorded';
}
