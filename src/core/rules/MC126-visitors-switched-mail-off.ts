// MC126: visitors can switch their mail off on the profile page, and some contacts do not allow e-mail.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { inSiteSettings } from './setting-words.ts';

const panel = 'Profile/ShowMarketingOptionsPanel';

export default defineRule({
  code: 'MC126',
  subject: 'settings',
  stage: 'recipient',
  severity: 'information',
  check: ({ settings, records, message }) => {
    const { value, where } = settings.get(panel);
    // For one message MC122 tells it of its contact.
    if (message !== undefined || !value) return [];
    const off = records.contacts.filter(({ fields }) => fields.doNotEmail === true);
    const names = off.slice(0, 3).map(({ id, fields }) => fields.emailAddress1 ?? id);
    return off.length === 0 ? [] : [{ params: { count: off.length, names }, where }];
  },
  en: {
    title: 'Visitors can switch their own mail off',
    why: `With ${panel} the profile page shows "How may we contact you?". Whoever saves the page without the tick at "E-mail" gets "Do Not Allow" (donotemail), and with it no confirmation mail, no code and no reset mail.`,
    message: ({ count, names }) =>
      `${count} recorded contact${count === 1 ? ' does' : 's do'} not allow e-mail (${names.join(', ')}${count > names.length ? ', …' : ''}), and the profile page lets visitors choose that.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Open the profile page, tick "E-mail" under "How may we contact you?" and save.',
      },
      inSiteSettings(`if visitors are not to choose this, set ${panel} to false`, 'en'),
    ],
  },
  ja: {
    title: '訪問者が自分宛てのメールを止められる設定です',
    why: `${panel} が true の場合、プロファイルに「希望する連絡方法」が表示されます。「電子メール」にチェックを付けずに保存すると「許可しない」(donotemail)になり、確認メールもコードもリセットメールも送信されません。`,
    message: ({ count, names }) =>
      `電子メールを許可していない取引先担当者が${count}件あります(${names.join('、')}${count > names.length ? '、…' : ''})。プロファイルで訪問者自身が選べる設定です。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'プロファイルの「希望する連絡方法」で「電子メール」にチェックを付けて保存する。',
      },
      inSiteSettings(`訪問者に選ばせない場合は、${panel} を false にする`, 'ja'),
    ],
  },
  sources: [sources.portalCode('Pages/Profile.aspx.cs'), sources.fieldReport],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { doNotEmail: true } },
          siteSettings: { [panel]: { value: 'true' } },
        },
      },
    ],
    good: [
      { change: { siteSettings: { [panel]: { value: 'true' } } } },
      { change: { contacts: { taro: { doNotEmail: true } } } },
    ],
  },
});
