// MC139: an account is locked at the first wrong password, or for more than a day; while it is locked no code is sent.

import { day, readsAsDays } from '../delivery/settings/time-span.ts';
import { settings as table } from '../delivery/settings/table.ts';
import { isAskedFor, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { inSiteSettings, settingValueText } from './setting-words.ts';

const attempts = 'Authentication/UserManager/MaxFailedAccessAttemptsBeforeLockout';
const span = 'Authentication/UserManager/DefaultAccountLockoutTimeSpan';

type Judged = typeof attempts | typeof span;

export default defineRule({
  code: 'MC139',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const locks =
      settings.get('Authentication/Registration/TriggerLockoutOnFailedPassword').value &&
      settings.get('Authentication/UserManager/UserLockoutEnabledByDefault').value;
    if (!locks || !isAskedFor(span, message)) return [];
    const { value: most, where } = settings.get(attempts);
    const { value: time, written = '', where: whereOfTime } = settings.get(span);
    return [
      ...(most <= 1 && time > 0 ? [{ params: { name: attempts as Judged, most, time }, where }] : []),
      // Days that nobody meant are told by MC131.
      ...(time > day && !readsAsDays(written)
        ? [{ params: { name: span as Judged, most, time }, where: whereOfTime }]
        : []),
    ];
  },
  en: {
    title: 'Accounts are locked too soon or for too long',
    why:
      'After too many wrong passwords an account is locked. While it is locked the portal refuses even the right password before it ' +
      'asks for a two-factor code, so no code is sent.',
    message: ({ name, most, time }) =>
      name === attempts
        ? `${name} is ${most}: the first wrong password locks an account, and no two-factor code is sent for ${timeText(time, 'en')}.`
        : `${name} is ${timeText(time, 'en')}: after ${most} wrong passwords no two-factor code is sent for that long.`,
    fix: ({ name }) => [
      inSiteSettings(
        name === attempts
          ? `set ${name} to 5, the default`
          : `set ${name} to ${timeText(table[span].default, 'en')}, the default, or less`,
        'en',
      ),
    ],
  },
  ja: {
    title: 'アカウントがロックされやすいか、ロックが長すぎます',
    why:
      'パスワードを何度も間違えるとアカウントがロックされます。ロックされている間は、正しいパスワードでも2要素認証コードを要求する前に拒否されるため、' +
      'コードは送信されません。',
    message: ({ name, most, time }) =>
      name === attempts
        ? `${name} が ${most} のため、パスワードを1回間違えるとロックされ、${timeText(time, 'ja')}の間は2要素認証コードが送信されません。`
        : `${name} が ${timeText(time, 'ja')}です。パスワードを${most}回間違えると、この間は2要素認証コードが送信されません。`,
    fix: ({ name }) => [
      inSiteSettings(
        name === attempts
          ? `${name} を既定値の5にする`
          : `${name} を既定値の ${timeText(table[span].default, 'ja')}以下にする`,
        'ja',
      ),
    ],
  },
  sources: [
    sources.authentication,
    sources.portalCode('Areas/Account/Models/IdentityConfig.cs'),
    sources.identityCode('SignInManager.cs'),
  ],
  examples: {
    bad: [row(attempts, '1'), row(span, '7.00:00:00')],
    good: [
      row(attempts, '5'),
      row(span, '00:15:00'),
      {
        change: {
          siteSettings: {
            [attempts]: { value: '1' },
            'Authentication/Registration/TriggerLockoutOnFailedPassword': { value: 'false' },
          },
        },
      },
    ],
  },
});

function timeText(time: number, language: 'en' | 'ja'): string {
  return settingValueText(table[span], time, language);
}

function row(name: string, value: string) {
  return { change: { siteSettings: { [name]: { value } } } };
}
