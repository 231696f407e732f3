// MC131: a time span is written as a number, or with 24 hours or more, and .NET reads days.

import { readsAsDays } from '../delivery/settings/time-span.ts';
import { settingOf } from '../delivery/settings/table.ts';
import { isAskedFor, sources } from './path-names.ts';
import { defineRule, type Language } from './rule.ts';
import { inSiteSettings, settingValueText } from './setting-words.ts';

export default defineRule({
  code: 'MC131',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, message }) =>
    settings.known
      .filter(({ name, setting }) => setting.type === 'time-span' && isAskedFor(name, message))
      .flatMap(({ name, setting }) => {
        const { value, source, written = '', where } = settings.read({ name, setting });
        if (source === 'default' || !readsAsDays(written)) return [];
        return [
          {
            params: { name, value, written: written.trim() },
            where,
            ...(setting.mail === undefined ? {} : { severity: 'warning' as const }),
          },
        ];
      }),
  en: {
    title: 'A time span is read as days',
    why:
      'The portal reads a time span as .NET does. A number by itself is days. Of three numbers the first is hours only up to 23; from ' +
      '24 on it is days, and hours and minutes follow: "24:00:00" is 24 days, although the documentation gives it as one day.',
    message: ({ name, value, written }) =>
      `${name} is "${written}", which .NET reads as ${settingValueText(settingOf(name), value, 'en')}` +
      `${settingOf(name).default === undefined ? '' : `; its default is ${byDefault(name, 'en')}`}.`,
    fix: ({ name }) => [
      inSiteSettings(
        `write ${name} as days.hours:minutes:seconds: 00:05:00 is five minutes, 1.00:00:00 one day` +
          (settingOf(name).default === undefined ? '' : ` (the default: ${byDefault(name, 'en')})`),
        'en',
      ),
    ],
  },
  ja: {
    title: '時間の設定が日数として読み取られます',
    why:
      'ポータルは時間を.NETの規則で読み取ります。数字だけの値は日数です。コロンで区切った3つの数字の先頭は、23までは時間ですが、24以上は日数になり、' +
      '後ろの2つが時間と分になります。ドキュメントで1日とされている「24:00:00」も、24日になります。',
    message: ({ name, value, written }) =>
      `${name} の値「${written}」は、.NETの規則では ${settingValueText(settingOf(name), value, 'ja')}になります。` +
      (settingOf(name).default === undefined ? '' : `既定値は ${byDefault(name, 'ja')}です。`),
    fix: ({ name }) => [
      inSiteSettings(
        `${name} を「日.時:分:秒」の形式で書く。5分なら 00:05:00、1日なら 1.00:00:00` +
          (settingOf(name).default === undefined ? '' : `(既定値は ${byDefault(name, 'ja')})`),
        'ja',
      ),
    ],
  },
  sources: [sources.timeSpan, sources.portalCode('AspNet/Cms/CrmWebsite.cs'), sources.authentication],
  examples: {
    bad: [
      row('Authentication/TwoFactorCookie/ExpireTimeSpan', '5'),
      row('Authentication/UserManager/DefaultAccountLockoutTimeSpan', '24:00:00'),
      row('Authentication/ApplicationCookie/SecurityStampValidator/ValidateInterval', '30'),
    ],
    good: [
      row('Authentication/TwoFactorCookie/ExpireTimeSpan', '00:05:00'),
      row('Authentication/UserManager/DefaultAccountLockoutTimeSpan', '1.00:00:00'),
      row('Authentication/ApplicationCookie/ExpireTimeSpan', '23:59:59'),
      row('Authentication/LoginThrottling/MaxInvaildAttemptsFromIPAddress', '5'),
    ],
  },
});

function row(name: string, value: string) {
  return { change: { siteSettings: { [name]: { value } } } };
}

function byDefault(name: string, language: Language): string {
  const setting = settingOf(name);
  return settingValueText(setting, setting.default, language);
}
