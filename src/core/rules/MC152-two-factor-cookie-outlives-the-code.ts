// MC152: the page waits for the code longer than the code is valid.

import { minute, readsAsDays } from '../delivery/settings/time-span.ts';
import { sources } from './path-names.ts';
import { inSiteSettings } from './setting-words.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC152',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    if (message !== undefined && message !== 'two-factor-code') return [];
    const { value, written = '', where } = settings.get('Authentication/TwoFactorCookie/ExpireTimeSpan');
    // Days that nobody meant are told by MC131.
    return value > 6 * minute && !readsAsDays(written) ? [{ params: { written }, where }] : [];
  },
  en: {
    title: 'The sign-in page outlives the code it waits for',
    why: 'A code is valid for 6 to 9 minutes, and the product allows at most 6 for TwoFactorCookie/ExpireTimeSpan. A longer value makes visitors wait for a code that is void when it arrives, and they report a wrong code.',
    message: ({ written }) =>
      `Authentication/TwoFactorCookie/ExpireTimeSpan is ${written}, longer than a code is sure to be valid (6 minutes).`,
    fix: () => [
      inSiteSettings('set Authentication/TwoFactorCookie/ExpireTimeSpan to 00:05:00, at most 00:06:00', 'en'),
    ],
  },
  ja: {
    title: 'サインイン画面の期限が、コードの有効期間より長くなっています',
    why: 'コードの有効期間は6から9分で、TwoFactorCookie/ExpireTimeSpan に設定できるのは6分までです。それより長いと、届いた時点で無効になっているコードを待つことになり、「コードが違う」という問い合わせにつながります。',
    message: ({ written }) =>
      `Authentication/TwoFactorCookie/ExpireTimeSpan が ${written} で、コードが確実に有効な6分を超えています。`,
    fix: () => [
      inSiteSettings('Authentication/TwoFactorCookie/ExpireTimeSpan を 00:05:00(最大 00:06:00)にする', 'ja'),
    ],
  },
  sources: [sources.authentication, sources.identityCode('Rfc6238AuthenticationService.cs')],
  examples: {
    bad: [
      {
        change: { siteSettings: { 'Authentication/TwoFactorCookie/ExpireTimeSpan': { value: '00:10:00' } } },
      },
    ],
    good: [
      {},
      {
        change: { siteSettings: { 'Authentication/TwoFactorCookie/ExpireTimeSpan': { value: '00:06:00' } } },
      },
    ],
  },
});
